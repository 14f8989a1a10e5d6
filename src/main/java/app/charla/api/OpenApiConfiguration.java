package app.charla.api;

import app.charla.account.Session;
import app.charla.api.json.ApiJson;
import app.charla.api.json.MessageRange;
import app.charla.api.json.PageRequest;
import app.charla.api.problem.Problem;
import app.charla.chat.Chat;
import app.charla.core.AccountId;
import app.charla.core.Actor;
import app.charla.core.MessageId;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.method.HandlerMethod;

/**
 * The OpenAPI document: what springdoc reads from the controllers, plus what {@link RequestArguments}, {@link BearerFilter}
 * and the exception advice add to each operation.
 */
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {

    private static final String BEARER = "bearer";
    private static final String PROBLEM = "Problem";
    private static final String ANY_KIND = "{kind}";
    private static final List<String> KINDS = List.of("public", "private", "gruop", "group");

    static {
        SpringDocUtils.getConfig()
                .addRequestWrapperToIgnore(
                        Session.class,
                        Actor.class,
                        Chat.class,
                        MessageId.class,
                        AccountId.class,
                        MessageRange.class,
                        PageRequest.class);
    }

    /** @param publicUrl the server of the document; without one, paths are relative: a request's Host is anybody's */
    @Bean
    OpenAPI openApi(@Value("${charla.public-url:}") String publicUrl) {
        var components = new Components()
                .addSecuritySchemes(
                        BEARER,
                        new SecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme("bearer")
                                .description("The token of a sign-in, which allows everything, or an API token of"
                                        + " /v1/api/auth/tokens, limited by its scope: READ for reading, WRITE also for"
                                        + " taking part in chats, ADMIN also for managing the account and its spaces."
                                        + " Each operation names the scope it requires."));
        ModelConverters.getInstance(true).readAll(Problem.class).forEach(components::addSchemas);
        return new OpenAPI()
                .servers(List.of(new Server().url(publicUrl.isEmpty() ? "/" : publicUrl)))
                .info(new Info()
                        .title("Charla")
                        .version("v1")
                        .description("Chats, messages and live events. Every path under /v1/api/chats,"
                                + " /v1/api/media and /v1/api/events also exists under"
                                + " /v1/api/spaces/{slug}. A text that begins with /me says what its"
                                + " sender does; other slash commands exist in the UI only."))
                .components(components);
    }

    @Bean
    OperationCustomizer parametersAndFailures() {
        return (operation, method) -> {
            Set<Class<?>> types = Arrays.stream(method.getMethodParameters())
                    .map(MethodParameter::getParameterType)
                    .collect(Collectors.toSet());
            parameters(types).forEach(operation::addParametersItem);
            failures(method, types).forEach(status -> addFailure(operation, status));
            describeFailures(operation);
            return operation;
        };
    }

    /** Marks fields as required unless they are {@code @Nullable}. */
    @Bean
    ModelConverter requiredFields() {
        return (type, context, chain) -> {
            Schema<?> schema = chain.next().resolve(type, context, chain);
            Class<?> raw = Json31.mapper().constructType(type.getType()).getRawClass();
            if (schema != null && ApiJson.isApiRecord(raw)) {
                require(
                        schema.get$ref() == null
                                ? schema
                                : context.getDefinedModels().get(raw.getSimpleName()),
                        raw);
            }
            return schema;
        };
    }

    private static void require(@Nullable Schema<?> model, Class<?> type) {
        if (model != null && model.getProperties() != null) {
            Arrays.stream(type.getRecordComponents())
                    .filter(field -> !field.getAnnotatedType().isAnnotationPresent(Nullable.class))
                    .map(RecordComponent::getName)
                    .filter(model.getProperties()::containsKey)
                    .forEach(model::addRequiredItem);
        }
    }

    private static List<Parameter> parameters(Set<Class<?>> types) {
        var parameters = new ArrayList<Parameter>();
        if (types.contains(Chat.class)) {
            parameters.add(path(RequestArguments.CHAT, new StringSchema().format("uuid")));
        }
        if (types.contains(MessageId.class)) {
            parameters.add(path(RequestArguments.MESSAGE, new IntegerSchema().format("int64")));
        }
        if (types.contains(AccountId.class)) {
            parameters.add(path(RequestArguments.MEMBER, new StringSchema())
                    .description("A username, an identifier, or me for the caller"));
        }
        if (types.contains(MessageRange.class)) {
            for (String name : List.of("after", "before", "around")) {
                parameters.add(new Parameter().in("query").name(name).schema(new IntegerSchema().format("int64")));
            }
        }
        if (isPaged(types)) {
            parameters.add(new Parameter()
                    .in("query")
                    .name("cursor")
                    .description("The page to read: next of the page before it; without it the first page")
                    .schema(new StringSchema()));
            parameters.add(new Parameter()
                    .in("query")
                    .name("limit")
                    .schema(new IntegerSchema()
                            .minimum(BigDecimal.ONE)
                            .maximum(BigDecimal.valueOf(PageRequest.MAX_LIMIT))
                            ._default(PageRequest.DEFAULT_LIMIT)));
        }
        if (isInSpace(types)) {
            parameters.add(new Parameter()
                    .in("header")
                    .name(RequestArguments.SPACE_HEADER)
                    .description("The space; without it the home space")
                    .schema(new StringSchema()));
        }
        return parameters;
    }

    private static boolean isPaged(Set<Class<?>> types) {
        return types.contains(MessageRange.class) || types.contains(PageRequest.class);
    }

    private static boolean isInSpace(Set<Class<?>> types) {
        return types.contains(Actor.class) || types.contains(Chat.class);
    }

    private static Parameter path(String name, Schema<?> schema) {
        return new Parameter().in("path").name(name).required(true).schema(schema);
    }

    private static List<HttpStatus> failures(HandlerMethod method, Set<Class<?>> types) {
        var failures = new ArrayList<HttpStatus>();
        if (isInSpace(types)) {
            failures.add(HttpStatus.NOT_FOUND); // at least the space may be unknown
        }
        if (isPaged(types)) {
            failures.add(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        if (Arrays.stream(method.getMethodParameters()).anyMatch(p -> p.hasParameterAnnotation(RequestBody.class))) {
            failures.addAll(List.of(
                    HttpStatus.BAD_REQUEST,
                    HttpStatus.CONTENT_TOO_LARGE,
                    HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                    HttpStatus.UNPROCESSABLE_CONTENT));
        }
        failures.add(HttpStatus.SERVICE_UNAVAILABLE);
        return failures;
    }

    private static void addFailure(Operation operation, HttpStatus status) {
        operation
                .getResponses()
                .computeIfAbsent(
                        Integer.toString(status.value()),
                        code -> new ApiResponse().description(status.getReasonPhrase()));
    }

    private static void describeFailures(Operation operation) {
        var problem = new Content()
                .addMediaType(
                        org.springframework.http.MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                        new MediaType().schema(new Schema<>().$ref(Components.COMPONENTS_SCHEMAS_REF + PROBLEM)));
        operation.getResponses().forEach((code, response) -> {
            if (Integer.parseInt(code) >= HttpStatus.BAD_REQUEST.value()) {
                response.content(problem);
            }
        });
    }

    /** Drops the space header where the path names the space. */
    @Bean
    OpenApiCustomizer spacePathParameter() {
        return description -> description.getPaths().forEach((path, item) -> {
            if (path.contains('{' + RequestArguments.SPACE + '}')) {
                item.readOperations().forEach(OpenApiConfiguration::replaceSpaceHeader);
            }
        });
    }

    /** Requires a token of the needed scope, except for public paths. */
    @Bean
    OpenApiCustomizer security() {
        return description -> description
                .getPaths()
                .forEach((path, item) -> item.readOperationsMap()
                        .forEach((method, operation) -> requireToken(operation, method.name(), path)));
    }

    private static void requireToken(Operation operation, String method, String path) {
        if (!Scopes.isPublic(path)) {
            Session.Scope needed = Scopes.needed(method, path);
            operation.setSecurity(List.of(new SecurityRequirement().addList(BEARER, needed.name())));
            addFailure(operation, HttpStatus.UNAUTHORIZED);
            addFailure(operation, HttpStatus.FORBIDDEN);
            describeFailures(operation);
        }
    }

    private static void replaceSpaceHeader(Operation operation) {
        var others = new ArrayList<Parameter>(operation.getParameters());
        others.removeIf(parameter ->
                Set.of(RequestArguments.SPACE_HEADER, RequestArguments.SPACE).contains(parameter.getName()));
        others.addFirst(path(RequestArguments.SPACE, new StringSchema()));
        operation.setParameters(others);
    }

    /** Documents a path with {@code {kind}} once for each kind of chat; operations of one kind only take precedence. */
    @Bean
    OpenApiCustomizer pathsOfEachChatKind() {
        return description -> {
            var paths = new Paths();
            description.getPaths().forEach((path, item) -> expand(paths, path, item));
            description.getPaths().forEach((path, item) -> {
                if (!path.contains(ANY_KIND)) {
                    item.readOperationsMap().forEach(at(paths, path)::operation);
                }
            });
            description.setPaths(paths);
        };
    }

    private static void expand(Paths paths, String path, PathItem item) {
        if (path.contains(ANY_KIND)) {
            KINDS.forEach(kind ->
                    copy(item, kind).readOperationsMap().forEach(at(paths, path.replace(ANY_KIND, kind))::operation));
        }
    }

    private static PathItem at(Paths paths, String path) {
        return paths.computeIfAbsent(path, unknown -> new PathItem());
    }

    private static PathItem copy(PathItem any, String kind) {
        PathItem one = Json31.mapper().convertValue(any, PathItem.class);
        one.readOperations().forEach(operation -> operation.setOperationId(operation.getOperationId() + "-" + kind));
        return one;
    }
}
