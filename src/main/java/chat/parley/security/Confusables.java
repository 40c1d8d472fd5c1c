package chat.parley.security;

import chat.parley.room.LookAlikes;
import jakarta.inject.Singleton;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * Skeletons by Unicode's table of confusable characters (UTS #39, 4). The table is ICU4J's, as its jar has it: the one file is
 * 47 kB where the whole library is 15 MB. ICU's own skeletons differ in nothing but that these are in lower case too.
 */
@Singleton
class Confusables implements LookAlikes {
    private static final String TABLE = "/com/ibm/icu/impl/data/icudata/confusables.cfu";

    /** What ICU's data files begin with, and what this one goes on with: their format may change with ICU. */
    private static final int DATA_MAGIC = 0xda27;

    private static final int TABLE_MAGIC = 0x3845fdef;

    private static final int CODE_POINT_BITS = 24;

    private final Map<Integer, String> prototypes;

    Confusables() {
        try (InputStream stream = Objects.requireNonNull(Confusables.class.getResourceAsStream(TABLE), TABLE)) {
            prototypes = read(new DataInputStream(stream));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public String skeleton(String text) {
        String decomposed = Normalizer.normalize(text, Form.NFD);
        StringBuilder prototype = new StringBuilder(decomposed.length());
        decomposed.codePoints().forEach(c -> {
            String looksLike = prototypes.get(c);
            if (looksLike == null) {
                prototype.appendCodePoint(c);
            } else {
                prototype.append(looksLike);
            }
        });
        // Whether a letter is large or small makes no other name of it.
        return Normalizer.normalize(prototype, Form.NFD).toLowerCase(Locale.ROOT);
    }

    /**
     * Behind the header of all of ICU's files: places and sizes of three arrays. Keys are code points, with the length of what each
     * looks like, less one, in the upper bits; values are that character, or where the longer text stands among the strings.
     */
    private static Map<Integer, String> read(DataInputStream in) throws IOException {
        int headerSize = in.readUnsignedShort();
        if (in.readUnsignedShort() != DATA_MAGIC) {
            throw new IOException(TABLE + " is none of ICU's files");
        }
        in.skipNBytes(headerSize - 2L * Short.BYTES);
        ByteBuffer table = ByteBuffer.wrap(in.readAllBytes());
        if (table.getInt() != TABLE_MAGIC) {
            throw new IOException(TABLE + " is no table of confusables");
        }
        table.position(3 * Integer.BYTES);
        ByteBuffer keys = part(table, Integer.BYTES);
        ByteBuffer values = part(table, Character.BYTES);
        String strings =
                StandardCharsets.UTF_16BE.decode(part(table, Character.BYTES)).toString();
        Map<Integer, String> prototypes = new HashMap<>();
        while (keys.hasRemaining()) {
            int key = keys.getInt();
            int length = (key >>> CODE_POINT_BITS) + 1;
            char value = values.getChar();
            String prototype = length == 1 ? String.valueOf(value) : strings.substring(value, value + length);
            prototypes.put(key & ((1 << CODE_POINT_BITS) - 1), prototype);
        }
        return Map.copyOf(prototypes);
    }

    /** The array whose place and length are read next. */
    private static ByteBuffer part(ByteBuffer table, int bytesEach) {
        int from = table.getInt();
        return table.slice(from, table.getInt() * bytesEach);
    }
}
