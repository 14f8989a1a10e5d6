package app.charla.api;

import app.charla.api.json.ApiJson;
import app.charla.api.json.ApiPaths;
import app.charla.api.problem.ProblemWriter;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;

/** Spring MVC configuration of the REST API: argument resolver, JSON, and 404 for unknown paths. */
@Configuration(proxyBeanMethods = false)
class ApiConfiguration implements WebMvcConfigurer {

    private final RequestArguments requestArguments;
    private final TokenReachCheck reachCheck;

    ApiConfiguration(RequestArguments requestArguments, TokenReachCheck reachCheck) {
        this.requestArguments = requestArguments;
        this.reachCheck = reachCheck;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(requestArguments);
    }

    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        interceptors.addInterceptor(reachCheck).addPathPatterns(ApiPaths.ROOT + "/**");
    }

    @Override
    public void configureMessageConverters(HttpMessageConverters.ServerBuilder converters) {
        converters.addCustomConverter(new ApiJson());
    }

    /** Answers unknown paths under the roots with 404, which would otherwise fall through to the pages of the UI. */
    @Bean
    SimpleUrlHandlerMapping unknownPaths(ProblemWriter problems) {
        HttpRequestHandler unknown =
                (request, response) -> problems.write(request, response, HttpStatus.NOT_FOUND, "not-found");
        var mapping =
                new SimpleUrlHandlerMapping(Map.of(ApiPaths.ROOT + "/**", unknown, ApiPaths.OPENAPI + "/**", unknown));
        mapping.setOrder(1); // right after the controllers
        return mapping;
    }
}
