package app.charla.api.problem;

import app.charla.account.CodeRequiredException;
import app.charla.account.OverloadedException;
import app.charla.account.SignInFailedException;
import app.charla.api.json.ApiJson;
import app.charla.api.problem.Problem.FieldError;
import app.charla.core.ConflictException;
import app.charla.core.ForbiddenException;
import app.charla.core.InvalidException;
import app.charla.core.NotFoundException;
import app.charla.core.TooManyRequestsException;
import app.charla.core.UnavailableException;
import app.charla.http.RangeNotSatisfiableException;
import app.charla.media.UploadService;
import app.charla.storage.StorageFailure;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Exception handler of all controllers: maps every exception to a {@link Problem}. */
@RestControllerAdvice
class ExceptionAdvice {

    private static final Logger log = LoggerFactory.getLogger(ExceptionAdvice.class);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);
    private static final Map<HttpStatus, String> CODES = Map.of(
            HttpStatus.NOT_FOUND, "not-found",
            HttpStatus.METHOD_NOT_ALLOWED, "request.method",
            HttpStatus.NOT_ACCEPTABLE, "request.accept",
            HttpStatus.UNSUPPORTED_MEDIA_TYPE, "request.media-type");

    /** Codes of uploads for which there is no room. */
    private static final Set<String> TOO_LARGE =
            Set.of(UploadService.TOO_LARGE, UploadService.OVER_QUOTA, UploadService.OVER_SPACE_QUOTA);

    private final ProblemTexts problemTexts;

    ExceptionAdvice(ProblemTexts problemTexts) {
        this.problemTexts = problemTexts;
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<Problem> answer(Exception failure, HttpServletRequest request) {
        return switch (translate(failure)) {
            case NotFoundException absent -> problem(request, HttpStatus.NOT_FOUND, "not-found");
            case InvalidException invalid -> invalid(request, invalid.field(), invalid.code(), invalid.arguments());
            case ConflictException conflict -> problem(request, statusOf(conflict, request), conflict.code());
            case ForbiddenException forbidden -> problem(request, HttpStatus.FORBIDDEN, forbidden.code());
            case OverloadedException overloaded ->
                retryLater(request, HttpStatus.SERVICE_UNAVAILABLE, "overloaded", overloaded.retryAfter());
            case TooManyRequestsException tooMany ->
                retryLater(request, HttpStatus.TOO_MANY_REQUESTS, "too-many-requests", tooMany.retryAfter());
            case UnavailableException unavailable -> unavailable(request, unavailable);
            case RangeNotSatisfiableException beyond -> outOfRange(request, beyond);
            case CodeRequiredException half -> unauthenticated(request, "sign-in.code");
            case SignInFailedException wrong -> unauthenticated(request, "sign-in.failed");
            case UnauthenticatedException missing -> unauthenticated(request, "request.unauthenticated");
            case HttpMessageNotReadableException unreadable -> unreadable(request, unreadable);
            case MethodArgumentTypeMismatchException mistyped -> invalid(request, mistyped.getName(), "field.type");
            case MaxUploadSizeExceededException tooLarge ->
                problem(request, HttpStatus.CONTENT_TOO_LARGE, "request.too-large");
            case MultipartException malformed -> problem(request, HttpStatus.BAD_REQUEST, "request.malformed");
            case RequestRejectedException malformed -> problem(request, HttpStatus.BAD_REQUEST, "request.malformed");
            case InvalidParameterException malformed -> problem(request, HttpStatus.BAD_REQUEST, "request.malformed");
            case ErrorResponse known -> ofFramework(request, known, failure);
            case IOException gone -> null; // the client has disconnected
            default -> unexpected(request, failure);
        };
    }

    private static Exception translate(Exception failure) {
        return failure instanceof RuntimeException unchecked ? StorageFailure.translate(unchecked) : failure;
    }

    /** 412 instead of 409 where the version was named by {@code If-Match} (RFC 9110). */
    private static HttpStatus statusOf(ConflictException conflict, HttpServletRequest request) {
        boolean conditional = request.getHeader(HttpHeaders.IF_MATCH) != null;
        return conditional && conflict.code().equals(Problem.VERSION_CONFLICT)
                ? HttpStatus.PRECONDITION_FAILED
                : HttpStatus.CONFLICT;
    }

    /** Searches the causes for one that names the field, and answers with that. */
    private ResponseEntity<Problem> unreadable(HttpServletRequest request, Throwable failure) {
        return switch (failure) {
            case InvalidException invalid -> invalid(request, invalid.field(), invalid.code(), invalid.arguments());
            case ApiJson.TooLongException tooLong ->
                problem(request, HttpStatus.CONTENT_TOO_LARGE, "request.too-large");
            case UnrecognizedPropertyException unknown -> invalid(request, path(unknown), "field.unknown");
            case MismatchedInputException mistyped
            when mistyped.getCause() == null && !path(mistyped).isEmpty() ->
                invalid(request, path(mistyped), "field.type");
            default ->
                failure.getCause() == null
                        ? problem(request, HttpStatus.BAD_REQUEST, "request.malformed")
                        : unreadable(request, failure.getCause());
        };
    }

    private static String path(JacksonException failure) {
        return failure.getPath().stream()
                .map(part -> part.getPropertyName() == null ? String.valueOf(part.getIndex()) : part.getPropertyName())
                .collect(Collectors.joining("."));
    }

    private ResponseEntity<Problem> ofFramework(HttpServletRequest request, ErrorResponse known, Exception failure) {
        HttpStatus status = HttpStatus.valueOf(known.getStatusCode().value());
        if (status.is5xxServerError()) {
            return unexpected(request, failure);
        }
        return answer(request, status, known.getHeaders(), CODES.getOrDefault(status, "request.malformed"));
    }

    private ResponseEntity<Problem> unavailable(HttpServletRequest request, UnavailableException failure) {
        log.warn(
                "{} {}: {}",
                request.getMethod(),
                request.getRequestURI(),
                NestedExceptionUtils.getMostSpecificCause(failure).getMessage());
        return retryLater(request, HttpStatus.SERVICE_UNAVAILABLE, "unavailable", RETRY_AFTER);
    }

    private ResponseEntity<Problem> unexpected(HttpServletRequest request, Exception failure) {
        log.error("{} {} failed", request.getMethod(), request.getRequestURI(), failure);
        return problem(request, HttpStatus.INTERNAL_SERVER_ERROR, "internal");
    }

    private ResponseEntity<Problem> outOfRange(HttpServletRequest request, RangeNotSatisfiableException beyond) {
        var headers = new HttpHeaders();
        headers.set(HttpHeaders.CONTENT_RANGE, "bytes */" + beyond.size());
        return answer(request, HttpStatus.REQUESTED_RANGE_NOT_SATISFIABLE, headers, "request.range");
    }

    private ResponseEntity<Problem> unauthenticated(HttpServletRequest request, String code) {
        var headers = new HttpHeaders();
        headers.set(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        return answer(request, HttpStatus.UNAUTHORIZED, headers, code);
    }

    /** {@code Retry-After} takes whole seconds; rounded up, so that the next attempt is not too early again. */
    private ResponseEntity<Problem> retryLater(
            HttpServletRequest request, HttpStatus status, String code, Duration wait) {
        long seconds = Math.max(1, wait.plusNanos(999_999_999).toSeconds());
        var headers = new HttpHeaders();
        headers.set(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
        return answer(headers, Problem.of(status, code, problemTexts.explain(request, code, seconds)));
    }

    private ResponseEntity<Problem> problem(HttpServletRequest request, HttpStatus status, String code) {
        return answer(request, status, HttpHeaders.EMPTY, code);
    }

    private ResponseEntity<Problem> answer(
            HttpServletRequest request, HttpStatus status, HttpHeaders headers, String code) {
        return answer(headers, Problem.of(status, code, problemTexts.explain(request, code)));
    }

    private ResponseEntity<Problem> invalid(
            HttpServletRequest request, String field, String code, Object... arguments) {
        var error = new FieldError(field, code, problemTexts.explain(request, code, arguments));
        boolean tooLarge = TOO_LARGE.contains(code);
        return answer(
                HttpHeaders.EMPTY,
                Problem.of(tooLarge ? HttpStatus.CONTENT_TOO_LARGE : HttpStatus.UNPROCESSABLE_CONTENT, error));
    }

    private static ResponseEntity<Problem> answer(HttpHeaders headers, Problem problem) {
        return ResponseEntity.status(problem.status())
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
