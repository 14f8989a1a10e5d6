package app.charla.api;

import app.charla.account.Session;
import app.charla.api.json.ApiPaths;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/**
 * The paths of the OpenAPI document: a path with {@code {kind}} once for each kind of chat, what is in a space once more
 * under the space, and the scope that each needs.
 */
@Component
class OpenApiPaths implements OpenApiCustomizer {

    private static final String ANY_KIND = "{kind}";
    private static final List<String> KINDS = List.of("public", "private", "gruop", "group");
    private static final String SPACE_SUFFIX = "OfSpace";

    private final OpenApiNames names;

    OpenApiPaths(OpenApiNames names) {
        this.names = names;
    }

    @Override
    public void customise(OpenAPI document) {
        document.getPaths()
                .forEach((path, item) -> item.readOperationsMap()
                        .forEach((method, operation) -> names.name(operation, method.name(), path)));
        Objects.requireNonNull(document.getPaths().get(ApiPaths.MEDIA))
                .readOperations()
                .forEach(OpenApiPaths::describeForm);
        document.setTags(names.tags());
        Paths paths = ofEachKind(document.getPaths());
        paths.forEach((path, item) -> {
            if (path.contains('{' + RequestArguments.SPACE + '}')) {
                item.readOperations().forEach(OpenApiPaths::replaceSpaceHeader);
            }
        });
        new LinkedHashMap<>(paths).forEach((path, item) -> {
            String inSpace = path.startsWith(ApiPaths.ROOT) ? path.substring(ApiPaths.ROOT.length()) : "";
            if (SpacePathFilter.isInSpace(inSpace)) {
                paths.addPathItem(ApiPaths.SPACE + inSpace, underSpace(item));
            }
        });
        paths.forEach((path, item) ->
                item.readOperationsMap().forEach((method, operation) -> requireToken(operation, method.name(), path)));
        document.setPaths(paths);
    }

    /**
     * Describes the form of an upload. The document has one operation for the two methods that read its bodies, and springdoc
     * forgets what it knew of the form when it reads the other one. The file itself stays first, for clients that are
     * generated take the first type. The form is a map: the generator of clients in Java imports a type for any other schema
     * and does not make it.
     */
    private static void describeForm(Operation upload) {
        Content content = upload.getRequestBody().getContent();
        content.remove(org.springframework.http.MediaType.ALL_VALUE);
        var form = new ObjectSchema()
                .description("A form whose field `file` is the file")
                .additionalProperties(new StringSchema().format("binary"));
        content.addMediaType(
                org.springframework.http.MediaType.MULTIPART_FORM_DATA_VALUE,
                new MediaType().schema(form.required(List.of("file"))));
    }

    /** Operations of one kind only take precedence over those of every kind. */
    private static Paths ofEachKind(Paths mapped) {
        var paths = new Paths();
        mapped.forEach((path, item) -> expand(paths, path, item));
        mapped.forEach((path, item) -> {
            if (!path.contains(ANY_KIND)) {
                item.readOperationsMap().forEach(at(paths, path)::operation);
            }
        });
        return paths;
    }

    private static void expand(Paths paths, String path, PathItem item) {
        if (path.contains(ANY_KIND)) {
            KINDS.forEach(kind -> copy(item, StringUtils.capitalize(kind))
                    .readOperationsMap()
                    .forEach(at(paths, path.replace(ANY_KIND, kind))::operation));
        }
    }

    private static PathItem at(Paths paths, String path) {
        return paths.computeIfAbsent(path, unknown -> new PathItem());
    }

    private static PathItem copy(PathItem any, String suffix) {
        PathItem one = Json31.mapper().convertValue(any, PathItem.class);
        one.readOperations().forEach(operation -> operation.setOperationId(operation.getOperationId() + suffix));
        return one;
    }

    private static PathItem underSpace(PathItem item) {
        PathItem inSpace = copy(item, SPACE_SUFFIX);
        inSpace.readOperations().forEach(OpenApiPaths::replaceSpaceHeader);
        return inSpace;
    }

    private static void replaceSpaceHeader(Operation operation) {
        var others = operation.getParameters() == null
                ? new ArrayList<io.swagger.v3.oas.models.parameters.Parameter>()
                : new ArrayList<>(operation.getParameters());
        others.removeIf(parameter ->
                Set.of(RequestArguments.SPACE_HEADER, RequestArguments.SPACE).contains(parameter.getName()));
        others.addFirst(OpenApiOperations.path(RequestArguments.SPACE, new StringSchema()));
        operation.setParameters(others);
    }

    private static void requireToken(Operation operation, String method, String path) {
        String unprefixed = SpacePathFilter.withoutSpace(path);
        if (Scopes.isPublic(unprefixed)) {
            operation.setSecurity(List.of());
        } else {
            Session.Scope needed = Scopes.needed(method, unprefixed);
            operation.setSecurity(
                    List.of(new SecurityRequirement().addList(OpenApiConfiguration.BEARER, needed.name())));
            OpenApiResponses.add(operation.getResponses(), HttpStatus.UNAUTHORIZED);
        }
    }
}
