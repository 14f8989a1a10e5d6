package app.charla.markdown;

/** Scripts that are written without spaces between words, or with endings that follow a name without one. */
public final class Scripts {

    /** A regular expression for one character of such a script; {@code frontend/text/scripts.ts} has the same. */
    public static final String WITHOUT_SPACES = "[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsBopomofo}\\p{IsHangul}"
            + "\\p{IsThai}\\p{IsLao}\\p{IsKhmer}\\p{IsMyanmar}\\p{IsTibetan}\\p{IsYi}\\p{IsJavanese}\\p{IsBalinese}"
            + "\\p{IsTai_Le}\\p{IsNew_Tai_Lue}\\p{IsTai_Tham}\\p{IsTai_Viet}\\u3006\\u30FC\\uFF70]";

    private Scripts() {}
}
