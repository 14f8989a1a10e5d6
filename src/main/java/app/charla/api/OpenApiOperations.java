package app.charla.api;

import app.charla.api.json.MessageRange;
import app.charla.api.json.PageRequest;
import app.charla.chat.Chat;
import app.charla.core.AccountId;
import app.charla.core.Actor;
import app.charla.core.MessageId;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.method.HandlerMethod;

/** Additions to every operation of the document: resolved parameters, bodies that are streams, and failures. */
@Component
class OpenApiOperations implements OperationCustomizer {

    /** Headers that a document must not name as parameters. */
    private static final Set<String> PARTS_OF_HTTP = Set.of(HttpHeaders.CONTENT_LENGTH, HttpHeaders.CONTENT_TYPE);

    /** Path variables that are identifiers. */
    private static final Set<String> IDENTIFIERS =
            Set.of("mediaId", "tokenId", "sessionId", "shareId", "linkId", "inviteId", "passkeyId", "alertId");

    @Override
    public Operation customize(Operation operation, HandlerMethod method) {
        Set<Class<?>> types = Arrays.stream(method.getMethodParameters())
                .map(MethodParameter::getParameterType)
                .collect(Collectors.toSet());
        if (operation.getParameters() != null) {
            operation.getParameters().removeIf(p -> PARTS_OF_HTTP.contains(p.getName()));
        }
        addParameters(operation, types);
        if (types.contains(InputStream.class)) {
            addStream(operation, method);
        }
        OpenApiResponses.describe(operation.getResponses());
        if (returnsFile(method)) {
            addRanges(operation);
        }
        addFailures(operation, types);
        return operation;
    }

    private static void addParameters(Operation operation, Set<Class<?>> types) {
        if (types.contains(Chat.class)) {
            add(operation, path(RequestArguments.CHAT, new StringSchema().format("uuid")));
        }
        if (types.contains(MessageId.class)) {
            add(operation, path(RequestArguments.MESSAGE, new IntegerSchema().format("int64")));
        }
        if (types.contains(AccountId.class)) {
            add(
                    operation,
                    path(RequestArguments.MEMBER, new StringSchema())
                            .description("A username, an identifier, or me for the caller"));
        }
        if (types.contains(MessageRange.class)) {
            List.of("after", "before", "around")
                    .forEach(name -> add(
                            operation,
                            query(name, new IntegerSchema().format("int64"))
                                    .description("The seq of a message; at most one of after, before, around")));
        }
        if (types.contains(MessageRange.class) || types.contains(PageRequest.class)) {
            add(
                    operation,
                    query("cursor", new StringSchema())
                            .description("The page to read: next of the page before it; without it the first page"));
            add(
                    operation,
                    query(
                            "limit",
                            new IntegerSchema()
                                    .format("int32")
                                    .minimum(BigDecimal.ONE)
                                    .maximum(BigDecimal.valueOf(PageRequest.MAX_LIMIT))
                                    ._default(PageRequest.DEFAULT_LIMIT)));
        }
        if (isInSpace(types)) {
            add(operation, header(RequestArguments.SPACE_HEADER, "The space; without it the home space"));
        }
        if (operation.getParameters() != null) {
            operation.getParameters().stream()
                    .filter(parameter -> IDENTIFIERS.contains(parameter.getName()))
                    .forEach(parameter -> parameter.getSchema().format("uuid"));
        }
    }

    /** Adds a parameter once: two methods may share an operation, such as those of two kinds of bodies. */
    private static void add(Operation operation, Parameter added) {
        if (operation.getParameters() == null
                || operation.getParameters().stream()
                        .noneMatch(known -> known.getIn().equals(added.getIn())
                                && known.getName().equals(added.getName()))) {
            operation.addParametersItem(added);
        }
    }

    private static boolean isInSpace(Set<Class<?>> types) {
        return types.contains(Actor.class) || types.contains(Chat.class);
    }

    /** Returns a parameter of the path. */
    static Parameter path(String name, Schema<?> schema) {
        return new Parameter().in("path").name(name).required(true).schema(schema);
    }

    private static Parameter query(String name, Schema<?> schema) {
        return new Parameter().in("query").name(name).schema(schema);
    }

    /** Returns an optional request header. */
    static Parameter header(String name, String meaning) {
        return new Parameter().in("header").name(name).description(meaning).schema(new StringSchema());
    }

    /** Adds the types of a body that is the file itself, before those of a form: generated clients take the first. */
    private static void addStream(Operation operation, HandlerMethod method) {
        RequestBody body = operation.getRequestBody() == null ? new RequestBody() : operation.getRequestBody();
        var content = new Content();
        var mapping = AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), RequestMapping.class);
        if (mapping != null) {
            for (String type : mapping.consumes()) {
                content.addMediaType(type, new MediaType().schema(new StringSchema().format("binary")));
            }
        }
        if (body.getContent() != null) {
            body.getContent().forEach(content::putIfAbsent);
        }
        operation.setRequestBody(
                body.required(true).description("The bytes of the file").content(content));
    }

    private static boolean returnsFile(HandlerMethod method) {
        return method.getReturnType().nested().getNestedParameterType() == Resource.class;
    }

    private static void addRanges(Operation operation) {
        add(operation, header(HttpHeaders.RANGE, "The bytes to return"));
        ApiResponse whole = Objects.requireNonNull(operation.getResponses().get("200"));
        operation
                .getResponses()
                .addApiResponse(
                        "206", new ApiResponse().description("Partial Content").content(whole.getContent()));
        OpenApiResponses.add(operation.getResponses(), HttpStatus.REQUESTED_RANGE_NOT_SATISFIABLE);
    }

    private static void addFailures(Operation operation, Set<Class<?>> types) {
        var responses = operation.getResponses();
        boolean hasParameters = operation.getParameters() != null
                && operation.getParameters().stream()
                        .anyMatch(parameter -> Set.of("path", "query").contains(parameter.getIn()));
        OpenApiResponses.add(responses, HttpStatus.BAD_REQUEST);
        OpenApiResponses.add(responses, HttpStatus.FORBIDDEN);
        if (isInSpace(types) || hasParameters) {
            OpenApiResponses.add(responses, HttpStatus.NOT_FOUND);
        }
        OpenApiResponses.add(responses, HttpStatus.NOT_ACCEPTABLE);
        OpenApiResponses.add(responses, HttpStatus.CONTENT_TOO_LARGE); // also of a body that nothing reads
        if (operation.getRequestBody() != null) {
            OpenApiResponses.add(responses, HttpStatus.UNSUPPORTED_MEDIA_TYPE);
        }
        if (operation.getRequestBody() != null || hasParameters) {
            OpenApiResponses.add(responses, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        OpenApiResponses.add(responses, HttpStatus.SERVICE_UNAVAILABLE);
    }
}
