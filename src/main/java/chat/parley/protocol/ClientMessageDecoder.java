package chat.parley.protocol;

import chat.parley.protocol.ClientFrame.Malformed;
import chat.parley.settings.Settings;
import jakarta.inject.Inject;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.spi.JsonProvider;
import jakarta.websocket.Decoder;
import java.io.StringReader;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what a client sent. Never throws for a client's mistake: that is a {@link ClientFrame} too. */
public class ClientMessageDecoder implements Decoder.Text<ClientFrame> {
    /** Looking up the provider scans the class path; once is enough. */
    private static final JsonReaderFactory JSON = JsonProvider.provider().createReaderFactory(Map.of());

    private final Settings settings;

    @Inject
    public ClientMessageDecoder(Settings settings) {
        this.settings = settings;
    }

    @Override
    public boolean willDecode(String text) {
        return true;
    }

    @Override
    public ClientFrame decode(String text) {
        int bytes = Utf8.length(text);
        // Not every container holds the limit for each kind of frame.
        if (bytes > settings.maxFrameBytes()) {
            return new ClientFrame.TooBig(bytes);
        }
        String fault = JsonShape.fault(text);
        if (!fault.isEmpty()) {
            return new Malformed(ErrorCode.BAD_JSON, fault, null, bytes);
        }
        try (JsonReader reader = JSON.createReader(new StringReader(text))) {
            return decode(reader.readObject(), bytes);
        } catch (JsonException | NumberFormatException | UnsupportedOperationException e) {
            // The last two are Parsson's, for numbers with too many digits of one kind or another.
            return new Malformed(ErrorCode.BAD_JSON, "not JSON", null, bytes);
        }
    }

    private static ClientFrame decode(JsonObject object, int bytes) {
        Fields fields = new Fields(object);
        try {
            ClientMessage message = message(fields);
            return message == null
                    ? new Malformed(ErrorCode.UNKNOWN_TYPE, "no such type", readableId(fields), bytes)
                    : new ClientFrame.Request(message, bytes);
        } catch (BadMessageException e) {
            return new Malformed(ErrorCode.BAD_MESSAGE, String.valueOf(e.getMessage()), readableId(fields), bytes);
        }
    }

    /** Null when there is no such type. */
    private static @Nullable ClientMessage message(Fields f) {
        String id = f.optionalString("id");
        return switch (f.string("type")) {
            case "login" -> new ClientMessage.Login(id, f.optionalString("name"), f.optionalString("token"));
            case "join" -> new ClientMessage.Join(id, f.string("room"), position(f), limit(f));
            case "leave" -> new ClientMessage.Leave(id, f.string("room"));
            case "say" -> new ClientMessage.Say(f.string("id"), f.string("room"), f.string("text"));
            case "history" -> new ClientMessage.History(id, f.string("room"), f.optionalWhole("before"), limit(f));
            case "topic" -> new ClientMessage.Topic(id, f.string("room"), f.string("topic"));
            case "typing" -> new ClientMessage.Typing(id, f.string("room"));
            case "moderate" ->
                new ClientMessage.Moderate(
                        id,
                        f.string("act"),
                        f.optionalString("room"),
                        target(f),
                        f.optionalString("address"),
                        f.optionalWhole("seq"),
                        f.optionalString("until"),
                        f.optionalString("reason"),
                        f.optionalString("text"));
            case "rooms" -> new ClientMessage.Rooms(id);
            case "ping" -> new ClientMessage.Ping(id);
            default -> null;
        };
    }

    private static ClientMessage.@Nullable Position position(Fields fields) {
        Fields after = fields.optionalObject("after");
        return after == null ? null : new ClientMessage.Position(after.string("epoch"), after.whole("seq"));
    }

    private static ClientMessage.@Nullable Target target(Fields fields) {
        Fields user = fields.optionalObject("user");
        return user == null ? null : new ClientMessage.Target(user.string("name"), user.string("kind"));
    }

    private static @Nullable Integer limit(Fields fields) {
        Long limit = fields.optionalWhole("limit");
        return limit == null ? null : (int) Math.max(-1, Math.min(limit, Integer.MAX_VALUE));
    }

    /** Null where the id is missing, or is itself what is wrong. */
    private static @Nullable String readableId(Fields fields) {
        try {
            String id = fields.optionalString("id");
            return id == null || id.isEmpty() || id.length() > ClientMessage.MAX_ID_LENGTH ? null : id;
        } catch (BadMessageException unreadable) {
            return null;
        }
    }
}
