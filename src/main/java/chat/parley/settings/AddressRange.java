package chat.parley.settings;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One network address, or a block of them: {@code 192.0.2.7}, {@code 10.0.0.0/8}, {@code 2001:db8::/32}. Addresses only,
 * never a name that would have to be looked up.
 */
public final class AddressRange {

    private static final Pattern IPV4 = Pattern.compile("(?:(?:25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])(?:\\.(?!$)|$)){4}");
    private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f:]*:[0-9A-Fa-f:.]*");
    private static final Pattern PREFIX = Pattern.compile("[0-9]{1,3}");

    private final InetAddress base;
    private final int prefix;

    private AddressRange(InetAddress base, int prefix) {
        this.base = base;
        this.prefix = prefix;
    }

    /** The block's first address: it stands for the block, whichever of its addresses was written. */
    private static InetAddress first(InetAddress address, int prefix) {
        byte[] bytes = address.getAddress();
        for (int bit = prefix; bit < bytes.length * 8; bit++) {
            bytes[bit / 8] &= (byte) ~(0x80 >> bit % 8);
        }
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** @throws IllegalArgumentException if it is neither an address nor a block */
    public static AddressRange parse(String text) {
        int slash = text.indexOf('/');
        InetAddress base = address(slash < 0 ? text : text.substring(0, slash))
                .orElseThrow(() -> new IllegalArgumentException(text));
        int bits = base.getAddress().length * 8;
        String prefixText = slash < 0 ? Integer.toString(bits) : text.substring(slash + 1);
        if (!PREFIX.matcher(prefixText).matches() || Integer.parseInt(prefixText) > bits) {
            throw new IllegalArgumentException(text);
        }
        int prefix = Integer.parseInt(prefixText);
        return new AddressRange(first(base, prefix), prefix);
    }

    /** The address a text spells, in one form for all spellings; empty if it is none. */
    public static Optional<InetAddress> address(String text) {
        if (!IPV4.matcher(text).matches() && !IPV6.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(text));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    /** Whether the address lies in this block. An IPv4 address never lies in a block of IPv6. */
    public boolean contains(InetAddress address) {
        return address.getAddress().length == base.getAddress().length
                && first(address, prefix).equals(base);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AddressRange that && base.equals(that.base) && prefix == that.prefix;
    }

    @Override
    public int hashCode() {
        return 31 * base.hashCode() + prefix;
    }

    @Override
    public String toString() {
        return base.getHostAddress() + (prefix == base.getAddress().length * 8 ? "" : "/" + prefix);
    }
}
