package app.charla.libsql;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * One SQL statement as the driver must understand it before the server does: its parameters, and what kind it is.
 *
 * @param sql without the semicolon that ends it
 * @param parameters how many arguments the server wants
 * @param bound which of these the text mentions, by index from 0; others ({@code ?7} alone) are sent as null
 * @param returning whether it has a RETURNING clause
 */
record SqlText(String sql, int parameters, Set<Integer> bound, Kind kind, boolean returning) {

    enum Kind {
        /** Cannot change anything, so it may be repeated. */
        READ,
        INSERT,
        CHANGE,
        /** CREATE, DROP, ALTER. */
        SCHEMA,
        BEGIN,
        COMMIT,
        ROLLBACK,
        /** SAVEPOINT, RELEASE, ROLLBACK TO. */
        SAVEPOINT,
        /** Any other statement, and every one that is not certain. */
        OTHER;

        boolean endsOrBeginsTransaction() {
            return this == BEGIN || this == COMMIT || this == ROLLBACK;
        }
    }

    /** Pragmas whose argument in parentheses is what they ask about; elsewhere it is a new value. */
    private static final Set<String> ASKING_PRAGMAS = Set.of(
            "table_info",
            "table_xinfo",
            "table_list",
            "index_list",
            "index_info",
            "index_xinfo",
            "foreign_key_list",
            "foreign_key_check",
            "integrity_check",
            "quick_check");

    /** Splits a text into its statements, leaving out empty ones. */
    static List<SqlText> parse(String sql) {
        return new Parser(sql).statements();
    }

    boolean isRead() {
        return kind == Kind.READ;
    }

    /** Returns whether it can only give an update count. */
    boolean neverReturnsRows() {
        return kind == Kind.SCHEMA || (kind == Kind.INSERT || kind == Kind.CHANGE) && !returning;
    }

    /** The statement again, giving the named columns of the rows it writes. */
    SqlText returning(List<String> columns) {
        if (returning || kind != Kind.INSERT && kind != Kind.CHANGE) {
            return this;
        }
        List<String> quoted = columns.stream().map(SqlText::quoted).toList();
        // A line of its own: the text may end with a comment.
        return new SqlText(sql + "\nRETURNING " + String.join(", ", quoted), parameters, bound, kind, true);
    }

    static String quoted(String identifier) {
        return '"' + identifier.replace("\"", "\"\"") + '"';
    }

    /** One pass over the text, in SQLite's lexical grammar. */
    private static final class Parser {
        private final String text;
        private final List<SqlText> statements = new ArrayList<>();
        private int at;

        private int start;
        private final List<String> words = new ArrayList<>();
        private final Map<String, Integer> named = new HashMap<>();
        private final List<Integer> indexes = new ArrayList<>();
        private int parameters;
        private int depth;
        private boolean returning;
        private boolean assigns;
        private String mainVerb = "";
        private String last = "";
        private String beforeLast = "";

        Parser(String text) {
            this.text = text;
        }

        List<SqlText> statements() {
            while (at < text.length()) {
                step();
            }
            finish(text.length());
            return statements;
        }

        private void step() {
            char c = text.charAt(at);
            switch (c) {
                case ' ', '\t', '\n', '\r', '\f', '\uFEFF' -> at++;
                case '\'', '"', '`' -> quotedToken(c);
                case '[' -> skipTo("]", at + 1, "\"");
                case '?' -> numbered();
                case ':', '@', '$', '#' -> variable();
                case ';' -> semicolon();
                case '(' -> parenthesis(1, "(");
                case ')' -> parenthesis(-1, ")");
                default -> other(c);
            }
        }

        private void other(char c) {
            if (text.startsWith("--", at)) {
                int end = text.indexOf('\n', at);
                at = end < 0 ? text.length() : end + 1;
            } else if (text.startsWith("/*", at)) {
                int end = text.indexOf("*/", at + 2);
                at = end < 0 ? text.length() : end + 2;
            } else if (isWordPart(c)) {
                word();
            } else {
                assigns |= c == '=' && depth == 0;
                token(String.valueOf(c));
                at++;
            }
        }

        private void quotedToken(char quote) {
            int end = at + 1;
            while (end < text.length()) {
                if (text.charAt(end) != quote) {
                    end++;
                } else if (end + 1 < text.length() && text.charAt(end + 1) == quote) {
                    end += 2;
                } else {
                    break;
                }
            }
            at = Math.min(text.length(), end + 1);
            token("\"");
        }

        private void skipTo(String end, int from, String token) {
            int found = text.indexOf(end, from);
            at = found < 0 ? text.length() : found + end.length();
            token(token);
        }

        private void parenthesis(int step, String token) {
            depth += step;
            at++;
            token(token);
        }

        private void numbered() {
            int end = at + 1;
            while (end < text.length() && isDigit(text.charAt(end))) {
                end++;
            }
            int index = end == at + 1 ? parameters + 1 : number(text.substring(at + 1, end));
            bind(index);
            at = end;
            token("?");
        }

        /** SQLite allows 32766 parameters; the server will refuse what is beyond. */
        private static int number(String digits) {
            return digits.length() > 5 ? 1 : Math.max(1, Integer.parseInt(digits));
        }

        private void variable() {
            int end = at + 1;
            while (end < text.length() && isWordPart(text.charAt(end))) {
                end++;
            }
            if (end > at + 1) {
                Integer known = named.get(text.substring(at, end));
                int index = known == null ? parameters + 1 : known;
                named.put(text.substring(at, end), index);
                bind(index);
            }
            at = end;
            token("?");
        }

        private void bind(int index) {
            parameters = Math.max(parameters, index);
            indexes.add(index - 1);
        }

        private void word() {
            int end = at;
            while (end < text.length() && isWordPart(text.charAt(end))) {
                end++;
            }
            String word = text.substring(at, end).toUpperCase(Locale.ROOT);
            at = end;
            token(word);
            if (words.size() < 8) {
                words.add(word);
            }
            if (depth == 0) {
                returning |= word.equals("RETURNING");
                if (mainVerb.isEmpty() && isVerb(word)) {
                    mainVerb = word;
                }
            }
        }

        private static boolean isVerb(String word) {
            return switch (word) {
                case "SELECT", "VALUES", "INSERT", "REPLACE", "UPDATE", "DELETE" -> true;
                default -> false;
            };
        }

        private void token(String token) {
            beforeLast = last;
            last = token;
        }

        private void semicolon() {
            // The statements inside a trigger end with semicolons too; the trigger ends with "; END ;".
            boolean inside = isTrigger() && !(last.equals("END") && beforeLast.equals(";"));
            if (inside) {
                token(";");
                at++;
            } else {
                finish(at);
                at++;
                start = at;
            }
        }

        private boolean isTrigger() {
            int create = word(0).equals("EXPLAIN") ? words.indexOf("CREATE") : 0;
            boolean temporary =
                    word(create + 1).equals("TEMP") || word(create + 1).equals("TEMPORARY");
            return word(create).equals("CREATE")
                    && word(create + (temporary ? 2 : 1)).equals("TRIGGER");
        }

        private String word(int index) {
            return index >= 0 && index < words.size() ? words.get(index) : "";
        }

        private void finish(int end) {
            if (!last.isEmpty()) {
                statements.add(new SqlText(
                        text.substring(start, end).strip(), parameters, Set.copyOf(indexes), kind(), returning));
            }
            words.clear();
            named.clear();
            indexes.clear();
            parameters = 0;
            depth = 0;
            returning = false;
            assigns = false;
            mainVerb = "";
            last = "";
            beforeLast = "";
        }

        private Kind kind() {
            return switch (word(0)) {
                case "SELECT", "VALUES", "EXPLAIN" -> Kind.READ;
                case "WITH" -> verbKind(mainVerb);
                case "INSERT", "REPLACE", "UPDATE", "DELETE" -> verbKind(word(0));
                case "PRAGMA" -> pragmaOnlyAsks() ? Kind.READ : Kind.OTHER;
                case "CREATE", "DROP", "ALTER" -> Kind.SCHEMA;
                case "BEGIN" -> Kind.BEGIN;
                case "COMMIT", "END" -> Kind.COMMIT;
                case "ROLLBACK" -> words.contains("TO") ? Kind.SAVEPOINT : Kind.ROLLBACK;
                case "SAVEPOINT", "RELEASE" -> Kind.SAVEPOINT;
                default -> Kind.OTHER;
            };
        }

        private static Kind verbKind(String verb) {
            return switch (verb) {
                case "SELECT", "VALUES" -> Kind.READ;
                case "INSERT", "REPLACE" -> Kind.INSERT;
                case "UPDATE", "DELETE" -> Kind.CHANGE;
                default -> Kind.OTHER;
            };
        }

        private boolean pragmaOnlyAsks() {
            boolean argument = text.indexOf('(', start) >= 0;
            boolean asking = words.stream().anyMatch(word -> ASKING_PRAGMAS.contains(word.toLowerCase(Locale.ROOT)));
            return !assigns && (asking || !argument && words.size() <= 3);
        }

        private static boolean isDigit(char c) {
            return c >= '0' && c <= '9';
        }

        private static boolean isWordPart(char c) {
            return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || isDigit(c) || c == '_' || c == '$' || c > 0x7f;
        }
    }
}
