package dev.footnote.application;

import dev.footnote.answer.Reason;
import dev.footnote.engine.Reply;
import dev.footnote.english.LanguageDetector;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** "I read English only", in the language of whoever asks, where that is known. */
public final class EnglishOnly {

    private static final String IN_ENGLISH = "I read English only.";

    private static final Map<String, String> SENTENCES = Map.ofEntries(
            Map.entry("ar", "أقرأ الإنجليزية فقط."),
            Map.entry("de", "Ich lese nur Englisch."),
            Map.entry("el", "Διαβάζω μόνο αγγλικά."),
            Map.entry("es", "Solo leo inglés."),
            Map.entry("fr", "Je ne lis que l’anglais."),
            Map.entry("he", "אני קורא אנגלית בלבד."),
            Map.entry("hi", "मैं केवल अंग्रेज़ी पढ़ता हूँ।"),
            Map.entry("it", "Leggo solo l’inglese."),
            Map.entry("ja", "英語しか読めません。"),
            Map.entry("ko", "저는 영어만 읽습니다."),
            Map.entry("nl", "Ik lees alleen Engels."),
            Map.entry("pl", "Czytam tylko po angielsku."),
            Map.entry("pt", "Só leio inglês."),
            Map.entry("ru", "Я читаю только по-английски."),
            Map.entry("sv", "Jag läser bara engelska."),
            Map.entry("th", "ฉันอ่านได้เฉพาะภาษาอังกฤษ"),
            Map.entry("tr", "Yalnızca İngilizce okuyorum."),
            Map.entry("zh", "我只能读英文。"));

    private EnglishOnly() {}

    /** A refusal that says so. */
    static Reply refusal(String question) {
        return Reply.refusal(Reason.LANGUAGE, to(question), null, null, List.of());
    }

    /** The sentence, followed by the English one where it is in another language. */
    private static String to(String question) {
        String own = LanguageDetector.foreignLanguageOf(question)
                .map(Locale::getLanguage)
                .map(SENTENCES::get)
                .orElse("");
        return own.isEmpty() ? IN_ENGLISH : own + " " + IN_ENGLISH;
    }
}
