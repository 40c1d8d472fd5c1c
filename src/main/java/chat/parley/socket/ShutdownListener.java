package chat.parley.socket;

import chat.parley.room.ChatRoom;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;

/** Sends everybody away while sessions can still be written to. */
public class ShutdownListener implements ServletContextListener {
    @Inject
    ChatRoom chatRoom;

    @Override
    public void contextDestroyed(ServletContextEvent event) {
        chatRoom.stop();
    }
}
