package app.charla.api.problem;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * Error page of the container: a {@link Problem} for what fails before a controller or in the container itself. It is
 * written without content negotiation, so that no {@code Accept} header leaves the client without an answer.
 */
@Controller
class ContainerErrors implements ErrorController {

    private static final Map<HttpStatus, String> CODES = Map.of(
            HttpStatus.UNAUTHORIZED, "request.unauthenticated",
            HttpStatus.FORBIDDEN, "request.forbidden",
            HttpStatus.NOT_FOUND, "not-found",
            HttpStatus.METHOD_NOT_ALLOWED, "request.method",
            HttpStatus.CONTENT_TOO_LARGE, "request.too-large");

    private final ProblemWriter problems;

    ContainerErrors(ProblemWriter problems) {
        this.problems = problems;
    }

    @RequestMapping("/error")
    void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        HttpStatus status = statusOf(request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE));
        String other = status.is5xxServerError() ? "internal" : "request.malformed";
        problems.write(request, response, status, CODES.getOrDefault(status, other));
    }

    /** Returns the status of the error; 404 for a request to {@code /error} itself. */
    private static HttpStatus statusOf(@Nullable Object attribute) {
        return attribute instanceof Integer code
                ? Objects.requireNonNullElse(HttpStatus.resolve(code), HttpStatus.INTERNAL_SERVER_ERROR)
                : HttpStatus.NOT_FOUND;
    }
}
