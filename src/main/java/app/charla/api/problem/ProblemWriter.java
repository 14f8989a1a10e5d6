package app.charla.api.problem;

import app.charla.api.json.ApiJson;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes a problem as the response, outside of controllers. */
@Component
public class ProblemWriter {

    private final ProblemTexts problemTexts;
    private final JsonMapper json = ApiJson.MAPPER;

    ProblemWriter(ProblemTexts problemTexts) {
        this.problemTexts = problemTexts;
    }

    public void write(HttpServletRequest request, HttpServletResponse response, HttpStatus status, String code)
            throws IOException {
        byte[] body = json.writeValueAsBytes(Problem.of(status, code, problemTexts.explain(request, code)));
        response.setStatus(status.value());
        if (status == HttpStatus.UNAUTHORIZED) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
