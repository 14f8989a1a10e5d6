package app.charla.ui.security;

import app.charla.core.InvalidException;
import app.charla.ui.security.UidlHandler.MalformedException;
import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.internal.StateNode;
import com.vaadin.flow.internal.nodefeature.ComponentMapping;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.communication.ServerRpcHandler;
import com.vaadin.flow.server.communication.rpc.RpcInvocationHandler;
import com.vaadin.flow.shared.JsonConstants;
import java.lang.reflect.Method;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/**
 * The calls in UIDL messages, each checked before it runs: an argument that is missing, null or of another type than its
 * parameter is refused like any other invalid input, so that no method of a view has to expect it. Vaadin decodes a missing
 * number as 0 and passes null for everything else.
 */
final class UidlCalls extends ServerRpcHandler {

    private static final long serialVersionUID = 1;

    private static final Logger log = LoggerFactory.getLogger(UidlCalls.class);

    /** Vaadin compares the time of the last request with the system's clock. */
    private static final InstantSource VAADINS_CLOCK = InstantSource.system();

    private static final Pattern LIBRARIES = Pattern.compile("java\\.|tools\\.jackson\\.");

    /** The classes of Vaadin that read calls, and find no more in them than what fails. */
    private static final Pattern READERS = Pattern.compile(
            "com\\.vaadin\\.flow\\.(internal\\.|router\\.(internal\\.)?Location|server\\.communication\\.)");

    private final transient Map<String, RpcInvocationHandler> handlers = new HashMap<>();

    UidlCalls() {
        super.getInvocationHandlers().forEach((type, handler) -> handlers.put(type, new Checked(handler)));
    }

    @Override
    protected Map<String, RpcInvocationHandler> getInvocationHandlers() {
        return handlers;
    }

    @Override
    public void handleRpc(UI ui, String message, VaadinRequest request)
            throws InvalidUIDLSecurityKeyException, MessageIdSyncException {
        ui.getSession().setLastRequestTimestamp(VAADINS_CLOCK.millis());
        if (message.isEmpty()) {
            return;
        }
        RpcRequest parsed = parse(message, request);
        if (!VaadinService.isCsrfTokenValid(ui, parsed.getCsrfToken())) {
            throw new InvalidUIDLSecurityKeyException();
        }
        handleRpc(ui, message, request, parsed);
    }

    private RpcRequest parse(String message, VaadinRequest request) {
        RpcRequest parsed;
        try {
            parsed = new RpcRequest(message, request);
        } catch (RuntimeException unreadable) { // of Jackson, casts, what is missing
            throw new MalformedException("not a UIDL message");
        }
        if (parsed.getRpcInvocationsData() == null) {
            throw new MalformedException("no calls");
        }
        for (JsonNode call : parsed.getRpcInvocationsData()) {
            String type = call.path(JsonConstants.RPC_TYPE).asString("");
            if (!handlers.containsKey(type)) {
                throw new MalformedException("a call of an unknown type");
            }
            if (!type.equals(JsonConstants.RPC_TYPE_NAVIGATION)
                    && !call.path(JsonConstants.RPC_NODE).isInt()) {
                throw new MalformedException("a call without a node");
            }
        }
        return parsed;
    }

    /** One type of calls. */
    private record Checked(RpcInvocationHandler vaadins) implements RpcInvocationHandler {

        @Override
        public String getRpcType() {
            return vaadins.getRpcType();
        }

        @Override
        public Optional<Runnable> handle(UI ui, JsonNode call) {
            try {
                if (getRpcType().equals(JsonConstants.RPC_PUBLISHED_SERVER_EVENT_HANDLER)) {
                    checkArguments(ui, call);
                }
                return vaadins.handle(ui, call);
            } catch (RuntimeException | AssertionError failure) { // assertions check messages, too, where they are on
                // Vaadin's own report needs a node, which navigation has not
                ui.getSession()
                        .getErrorHandler()
                        .error(new ErrorEvent(isMalformed(failure) ? refusal(failure) : failure));
                return Optional.empty();
            }
        }

        /** Returns whether what failed is Vaadin's own reading of the call, not the view that it is for. */
        private static boolean isMalformed(Throwable failure) {
            return Stream.of(failure.getStackTrace())
                    .map(StackTraceElement::getClassName)
                    .filter(name -> !LIBRARIES.matcher(name).lookingAt())
                    .findFirst()
                    .filter(name -> READERS.matcher(name).lookingAt())
                    .isPresent();
        }

        private InvalidException refusal(Throwable failure) {
            log.info("Refused a call of the type {}: {}", getRpcType(), failure.toString());
            return new InvalidException(getRpcType(), "field.type");
        }

        private static void checkArguments(UI ui, JsonNode call) {
            StateNode node = ui.getInternals()
                    .getStateTree()
                    .getNodeById(call.path(JsonConstants.RPC_NODE).asInt(-1));
            String name =
                    call.path(JsonConstants.RPC_TEMPLATE_EVENT_METHOD_NAME).asString("");
            Optional<Component> component = node == null ? Optional.empty() : ComponentMapping.getComponent(node);
            Optional<Method> method = component.flatMap(target -> find(target, name));
            JsonNode arguments = call.path(JsonConstants.RPC_TEMPLATE_EVENT_ARGS);
            if (node != null
                    && component.isPresent()
                    && !method.filter(found -> CallArguments.fit(arguments, found))
                            .isPresent()) {
                rejectPromise(Element.get(node), call.path(JsonConstants.RPC_TEMPLATE_EVENT_PROMISE));
                throw new InvalidException(name, "field.type");
            }
        }

        /** Returns the method that Vaadin would call: of the component, or of what it is composed of. */
        private static Optional<Method> find(Component target, String name) {
            Optional<Method> own = Stream.<Class<?>>iterate(
                            target.getClass(), Component.class::isAssignableFrom, Class::getSuperclass)
                    .flatMap(each -> Stream.of(each.getDeclaredMethods()))
                    .filter(method -> method.isAnnotationPresent(ClientCallable.class)
                            && method.getName().equals(name))
                    .findFirst();
            return own.isEmpty() && target instanceof Composite<?> composite ? find(composite.getContent(), name) : own;
        }

        private static void rejectPromise(Element element, JsonNode promise) {
            if (promise.isInt()) {
                element.executeJs(
                        "this.$server['" + JsonConstants.RPC_PROMISE_CALLBACK_NAME + "']($0, false)",
                        promise.intValue());
            }
        }
    }
}
