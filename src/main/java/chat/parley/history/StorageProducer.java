package chat.parley.history;

import chat.parley.room.GuestSecret;
import chat.parley.room.MemberNames;
import chat.parley.room.MessageLog;
import chat.parley.room.ModerationStore;
import chat.parley.room.RoomArchive;
import chat.parley.room.Time;
import chat.parley.room.Workers;
import chat.parley.settings.LiveSettings;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Gives the rooms the storage that the settings ask for. */
@Singleton
class StorageProducer {
    private final Storage storage;

    @Inject
    StorageProducer(LiveSettings settings, Time time, Workers workers) {
        storage = switch (settings.now().history()) {
            case MEMORY -> new MemoryMessageLog(settings.now(), time);
            case DURABLE -> JdbcMessageLog.start(settings, time, workers);
        };
    }

    @Produces
    @Singleton
    MessageLog log() {
        return storage;
    }

    @Produces
    @Singleton
    RoomArchive archive() {
        return storage;
    }

    @Produces
    @Singleton
    GuestSecret guestSecret() {
        return storage;
    }

    @Produces
    @Singleton
    MemberNames memberNames() {
        return storage;
    }

    @Produces
    @Singleton
    ModerationStore moderation() {
        return storage.moderation();
    }

    @PreDestroy
    void close() {
        storage.close();
    }
}
