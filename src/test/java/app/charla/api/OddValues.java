package app.charla.api;

import java.util.List;

/** Odd values: each has broken a server somewhere. */
final class OddValues {

    static final List<String> TEXTS = List.of(
            "",
            " ",
            "a",
            "\0",
            "a\0b",
            "\ud83d",
            "\udc00x",
            "\u202eabc",
            "\u200b",
            "\u3164\u3164\u3164",
            "e" + "\u0301".repeat(500),
            "\ud83d\ude00",
            "\ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67",
            "\r\nX: y",
            "../../../etc/passwd",
            "'; DROP TABLE message; --",
            "\" OR \"\" NEAR(",
            "${jndi:ldap://x/a}",
            "#{7*7}",
            "<script>alert(1)</script>",
            "%",
            "%00",
            "null",
            "me",
            "@",
            "true",
            "-1",
            "1e999",
            "NaN",
            "İ",
            "ﬀ",
            "http://[::1",
            "x".repeat(300),
            "ñ".repeat(9_000));

    static final List<String> TIMES = List.of(
            "2026-01-01T00:00:00Z",
            "+999999999-12-31T23:59:59Z",
            "+1000000000-12-31T23:59:59.999999999Z",
            "-1000000000-01-01T00:00:00Z",
            "+292278994-08-17T07:12:55.807Z",
            "+292278994-08-17T07:12:55.808Z",
            "0000-01-01T00:00:00Z",
            "9999-12-31T23:59:59Z",
            "2026-02-30T00:00:00Z",
            "2026-01-01",
            "1",
            "");

    static final List<String> QUERIES = List.of(
            "hola",
            "after:+999999999-12-31",
            "before:-999999999-01-01",
            "on:+292278995-01-01",
            "on:2026-01-01",
            "after:9999-12-31 before:0000-01-01",
            "-from:@me",
            "from:",
            "in:x",
            "-in:x has:link -has:link is:pinned",
            "mentions:@nobody",
            "\"",
            "\"\"",
            "- -",
            "-\"a b\"",
            "*",
            "a:b:c",
            "(".repeat(1_000),
            "a ".repeat(5_000),
            "\0",
            "\ud83d");

    static final List<String> NUMBERS = List.of(
            "0",
            "1",
            "2",
            "-1",
            "50",
            "201",
            "2147483647",
            "2147483648",
            "-2147483649",
            "9223372036854775807",
            "9223372036854775808",
            "-9223372036854775808",
            "1e400",
            "1.5",
            "0x10",
            "٣",
            "1_000",
            "");

    static final List<String> TYPES = List.of(
            "*/*",
            "application/*",
            "multipart/form-data",
            "multipart/form-data; boundary=x",
            "application/x-www-form-urlencoded",
            "application/json;charset=utf-16",
            "application/json;charset=nonsense",
            "application/xml",
            "text/plain",
            "application/octet-stream",
            "application/offset+octet-stream",
            "image/png",
            "json",
            ";",
            "/");
    static final List<String> HEADERS = List.of(
            "Accept: text/html",
            "Accept: application/xml",
            "Accept: ;;;",
            "Accept: application/json;q=nonsense",
            "Accept-Language: " + "es,".repeat(1_000),
            "Accept-Language: \u00f1;q=x",
            "Accept-Encoding: gzip",
            "Content-Encoding: gzip",
            "X-Forwarded-For: 1.2.3.4",
            "X-HTTP-Method-Override: DELETE",
            "Cookie: JSESSIONID=nonsense; a=\"",
            "Origin: null",
            "If-Modified-Since: nonsense",
            "User-Agent: " + "x".repeat(3_000));

    private OddValues() {}
}
