package app.charla.api;

import app.charla.account.Session;
import app.charla.api.json.MessageRange;
import app.charla.api.json.PageRequest;
import app.charla.api.problem.Problem;
import app.charla.chat.Chat;
import app.charla.core.AccountId;
import app.charla.core.Actor;
import app.charla.core.MessageId;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The OpenAPI document: what springdoc reads from the controllers, and what it cannot see. {@link OpenApiSchemas} adds which
 * fields may be null, {@link OpenApiOperations} what {@link RequestArguments}, {@link BearerFilter} and the exception advice
 * do for each operation, {@link OpenApiPaths} the paths that filters make, and {@link OpenApiNames} identifiers and titles.
 */
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {

    /** The security scheme. */
    static final String BEARER = "bearer";

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

    /**
     * @param publicUrl the server of the document; without one, paths are relative: a request's Host is anybody's
     * @param schemas unused, but it has to be known before the first schema is made
     */
    @Bean
    OpenAPI openApi(@Value("${charla.public-url:}") String publicUrl, OpenApiSchemas schemas) {
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
        var converters = ModelConverters.getInstance(true);
        converters.addConverter(schemas);
        converters.readAll(Problem.class).forEach(components::addSchemas);
        OpenApiResponses.addTo(components);
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
}
