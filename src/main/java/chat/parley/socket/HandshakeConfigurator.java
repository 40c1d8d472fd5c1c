package chat.parley.socket;

import jakarta.websocket.server.ServerEndpointConfig;

/**
 * How the endpoint shakes hands. Subprotocols are left to the container, which by the specification takes the first of the
 * client's list that the endpoint has, or none; so the client's order of preference decides.
 */
public final class HandshakeConfigurator extends ServerEndpointConfig.Configurator {

    /**
     * Every origin, for {@link HandshakeFilter} has asked before: it knows the allowed origins and the proxies, and its 403
     * arrives as one (Undertow answers false with 404). A container's own check knows nothing of a proxy before it.
     */
    @Override
    public boolean checkOrigin(String origin) {
        return true;
    }
}
