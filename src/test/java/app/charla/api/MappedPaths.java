package app.charla.api;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The request mappings of the REST controllers. */
@TestComponent
class MappedPaths {

    /** A path and an HTTP method. */
    record Address(String method, String path) {

        /** Returns the path with its variables replaced. */
        String of(String chat, String message, String member) {
            return path.replace("{id}", chat)
                    .replace("{messageId}", message)
                    .replace("{member}", member)
                    .replace("{emoji}", "%F0%9F%91%8D")
                    .replace("{slug}", "home")
                    .replace("{token}", "nothing")
                    .replace("{provider}", "nobody")
                    .replace("{inviteId}", "01234567-89ab-7def-8123-456789abcdef")
                    .replace("{sessionId}", "01234567-89ab-7def-8123-456789abcdef")
                    .replace("{passkeyId}", "01234567-89ab-7def-8123-456789abcdef")
                    .replace("{linkId}", "01234567-89ab-7def-8123-456789abcdef")
                    .replace("{shareId}", "01234567-89ab-7def-8123-456789abcdef")
                    .replace("{mediaId}", "01234567-89ab-7def-8123-456789abcdef")
                    .replace("{avatar}", "0123456789abcdef0123456789abcdef")
                    .replace("{accountId}", "01234567-89ab-7def-8123-456789abcdef")
                    .replace("{alertId}", "01234567-89ab-7def-8123-456789abcdef")
                    .replace("{tokenId}", "01234567-89ab-7def-8123-456789abcdef");
        }
    }

    private final RequestMappingHandlerMapping mappings;

    MappedPaths(@Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mappings) {
        this.mappings = mappings;
    }

    /** Returns all mappings; those of any kind of chat once for each kind. */
    List<Address> all() {
        return mappings.getHandlerMethods().entrySet().stream()
                .filter(mapping -> isApi(mapping.getValue()))
                .flatMap(mapping -> of(mapping.getKey()))
                .distinct()
                .sorted(Comparator.comparing(Address::path).thenComparing(Address::method))
                .toList();
    }

    private static boolean isApi(HandlerMethod method) {
        return (method.getBeanType().getPackageName() + '.').startsWith("app.charla.api.");
    }

    private static Stream<Address> of(RequestMappingInfo mapping) {
        Set<String> patterns = mapping.getPatternValues();
        return patterns.stream()
                .flatMap(pattern ->
                        Stream.of("public", "private", "gruop", "group").map(kind -> pattern.replace("{kind}", kind)))
                .flatMap(path -> mapping.getMethodsCondition().getMethods().stream()
                        .map(method -> new Address(method.name(), path)));
    }
}
