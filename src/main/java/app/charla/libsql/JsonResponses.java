package app.charla.libsql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a server's answers. What does not fit the request is a {@link tools.jackson.core.JacksonException}. */
final class JsonResponses {

    private final Json in;

    private JsonResponses(Json in) {
        this.in = in;
    }

    /** The answer to a pipeline: one response for each request, in order. */
    record Pipeline(@Nullable String baton, @Nullable String baseUrl, List<Response> responses) {}

    /** The first line of a cursor's answer. */
    record CursorHeader(@Nullable String baton, @Nullable String baseUrl) {}

    static Pipeline pipeline(byte[] body, List<? extends Request> requests) {
        try (Json in = Json.of(body)) {
            Pipeline answer = new JsonResponses(in).pipeline(requests);
            in.end();
            return answer;
        }
    }

    static CursorHeader cursorHeader(byte[] line) {
        try (Json in = Json.of(line)) {
            @Nullable String[] found = new @Nullable String[2];
            boolean[] known = new boolean[1];
            in.object(name -> {
                switch (name) {
                    case "baton" -> {
                        found[0] = in.optionalString();
                        known[0] = true;
                    }
                    case "base_url" -> found[1] = in.optionalString();
                    default -> in.skip();
                }
            });
            if (!known[0]) {
                throw in.broken("not the first line of a cursor");
            }
            return new CursorHeader(found[0], found[1]);
        }
    }

    static CursorEntry cursorEntry(byte[] line) {
        try (Json in = Json.of(line)) {
            CursorEntry entry = new JsonResponses(in).new Entry().read();
            in.end();
            return entry;
        }
    }

    /** The error in the body of a refused request, if it is JSON in one of the known shapes. */
    static @Nullable ServerError error(byte[] body) {
        try (Json in = Json.of(body)) {
            @Nullable String[] found = new @Nullable String[2];
            in.object(name -> {
                switch (name) {
                    case "message", "error" -> found[0] = in.string();
                    case "code" -> found[1] = in.optionalString();
                    default -> in.skip();
                }
            });
            return found[0] == null ? null : new ServerError(found[0], found[1]);
        }
    }

    private Pipeline pipeline(List<? extends Request> requests) {
        var answer = new Object() {
            @Nullable
            String baton;

            @Nullable
            String baseUrl;

            @Nullable
            List<Response> responses;
        };
        in.object(name -> {
            switch (name) {
                case "baton" -> answer.baton = in.optionalString();
                case "base_url" -> answer.baseUrl = in.optionalString();
                case "results" -> answer.responses = results(requests);
                default -> in.skip();
            }
        });
        if (answer.responses == null || answer.responses.size() != requests.size()) {
            throw in.broken("wrong number of results");
        }
        return new Pipeline(answer.baton, answer.baseUrl, answer.responses);
    }

    private List<Response> results(List<? extends Request> requests) {
        int[] index = new int[1];
        return in.array(() -> {
            if (index[0] == requests.size()) {
                throw in.broken("more results than requests");
            }
            return result(requests.get(index[0]++));
        });
    }

    private Response result(Request request) {
        var found = new Object() {
            String type = "";

            @Nullable
            Response response;

            @Nullable
            ServerError error;
        };
        in.object(name -> {
            switch (name) {
                case "type" -> found.type = in.string();
                case "response" -> found.response = response(request);
                case "error" -> found.error = serverError();
                default -> in.skip();
            }
        });
        if (found.type.equals("ok") && found.response != null) {
            return found.response;
        }
        if (found.type.equals("error") && found.error != null) {
            return new Response.Failed(found.error);
        }
        throw in.broken("a result that is neither ok nor error");
    }

    private Response response(Request request) {
        var found = new Object() {
            String type = "";

            @Nullable
            Response response;
        };
        in.object(name -> {
            switch (name) {
                case "type" -> found.type = in.string();
                case "result" -> found.response = payload(request);
                case "is_autocommit" -> found.response = new Response.Autocommit(in.bool());
                default -> in.skip();
            }
        });
        if (!found.type.equals(request.type())) {
            throw in.broken("an answer to another request");
        }
        return switch (request) {
            case Request.Close _, Request.StoreSql _ -> new Response.Done();
            default -> {
                if (found.response == null) {
                    throw in.broken("an answer without a result");
                }
                yield found.response;
            }
        };
    }

    private @Nullable Response payload(Request request) {
        return switch (request) {
            case Request.Execute _ -> new Response.Executed(stmtResult());
            case Request.Batch(List<Step> steps) -> batched(steps.size());
            case Request.Describe _ -> described();
            default -> {
                in.skip();
                yield null;
            }
        };
    }

    private StmtResult stmtResult() {
        var found = new Object() {
            @Nullable
            List<Column> columns;

            @Nullable
            List<@Nullable Object[]> rows;

            long affected;

            @Nullable
            Long rowid;
        };
        in.object(name -> {
            switch (name) {
                case "cols" -> found.columns = columns();
                case "rows" -> found.rows = in.array(this::row);
                case "affected_row_count" -> found.affected = in.integer();
                case "last_insert_rowid" -> found.rowid = in.isNull() ? null : (Long) in.integer();
                default -> in.skip();
            }
        });
        if (found.columns == null || found.rows == null) {
            throw in.broken("a result without columns or rows");
        }
        for (Object[] row : found.rows) {
            if (row.length != found.columns.size()) {
                throw in.broken("a row that does not fit its columns");
            }
        }
        return new StmtResult(found.columns, found.rows, found.affected, found.rowid);
    }

    private Response batched(int steps) {
        var found = new Object() {
            List<@Nullable StmtResult> results = List.of();
            List<@Nullable ServerError> errors = List.of();
        };
        in.object(name -> {
            switch (name) {
                case "step_results" -> found.results = in.array(() -> in.isNull() ? null : stmtResult());
                case "step_errors" -> found.errors = in.array(() -> in.isNull() ? null : serverError());
                default -> in.skip();
            }
        });
        if (found.results.size() != steps || found.errors.size() != steps) {
            throw in.broken("wrong number of steps");
        }
        return new Response.Batched(found.results, found.errors);
    }

    private Response described() {
        var found = new Object() {
            int parameters;
            List<Column> columns = List.of();
            boolean readOnly;
        };
        in.object(name -> {
            switch (name) {
                case "params" -> found.parameters = in.array(this::skipped).size();
                case "cols" -> found.columns = columns();
                case "is_readonly" -> found.readOnly = in.bool();
                default -> in.skip();
            }
        });
        return new Response.Described(found.parameters, found.columns, found.readOnly);
    }

    private boolean skipped() {
        in.skip();
        return true;
    }

    private List<Column> columns() {
        return in.array(() -> {
            @Nullable String[] found = new @Nullable String[2];
            in.object(name -> {
                switch (name) {
                    case "name" -> found[0] = in.optionalString();
                    case "decltype" -> found[1] = in.optionalString();
                    default -> in.skip();
                }
            });
            return new Column(found[0] == null ? "" : found[0], found[1]);
        });
    }

    private @Nullable Object[] row() {
        return in.array(in::value).toArray();
    }

    private ServerError serverError() {
        @Nullable String[] found = new @Nullable String[2];
        in.object(name -> {
            switch (name) {
                case "message" -> found[0] = in.optionalString();
                case "code" -> found[1] = in.optionalString();
                default -> in.skip();
            }
        });
        return new ServerError(found[0] == null ? "unknown error" : found[0], found[1]);
    }

    /** A cursor entry while it is read: its properties come in any order. */
    private final class Entry {
        String type = "";
        int step;
        List<Column> columns = List.of();

        @Nullable
        Object @Nullable [] values;

        @Nullable
        ServerError error;

        CursorEntry read() {
            in.object(name -> {
                switch (name) {
                    case "type" -> type = in.string();
                    case "step" -> step = (int) in.integer();
                    case "cols" -> columns = columns();
                    case "row" -> values = row();
                    case "error" -> error = in.isObject() ? serverError() : new ServerError(in.string(), null);
                    default -> in.skip();
                }
            });
            return entry();
        }

        private CursorEntry entry() {
            return switch (type) {
                case "step_begin" -> new CursorEntry.StepBegin(step, columns);
                case "row" -> new CursorEntry.Row(required(values));
                case "step_end" -> new CursorEntry.StepEnd();
                case "step_error" -> new CursorEntry.StepError(step, required(error));
                case "error" -> new CursorEntry.Fatal(required(error));
                default -> new CursorEntry.Unknown();
            };
        }

        private <T> T required(@Nullable T part) {
            if (part == null) {
                throw in.broken("an incomplete " + type);
            }
            return part;
        }
    }
}
