package dev.footnote.english;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.footnote.evaluation.QuestionSets;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageDetectorTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            es | ¿Quién vetó la resolución?
            es | quien veto la resolucion
            es | ¿Dónde dio Assad la entrevista?
            es | ¿Cuántas personas murieron en el ataque?
            de | Wer hat ein Veto eingelegt?
            de | Was ist in Moskau passiert?
            de | Wie viele Menschen wurden getötet?
            de | Wo fand das Interview statt?
            fr | Qui a opposé son veto ?
            fr | Combien de personnes ont été tuées ?
            fr | Que s'est-il passé à Moscou ?
            it | Chi ha posto il veto alla risoluzione?
            it | Quante persone sono state uccise?
            pt | Quem vetou a resolução?
            pt | Quantas pessoas foram mortas no ataque?
            nl | Wie heeft het veto uitgesproken?
            nl | Hoeveel mensen werden gedood?
            pl | Kto zawetował rezolucję i dlaczego?
            sv | Vem lade in sitt veto mot resolutionen?
            tr | Kararı kim veto etti ve neden?
            ru | Кто наложил вето на резолюцию?
            zh | 谁否决了这项决议？
            ja | だれが決議に拒否権を行使しましたか。
            ko | 누가 결의안에 거부권을 행사했습니까?
            ar | من استخدم حق النقض ضد القرار؟
            el | Ποιος άσκησε βέτο;
            """)
    void foreignQuestionIsToldWithItsLanguage(String language, String question) {
        assertThat(LanguageDetector.isEnglish(question)).isFalse();
        assertThat(LanguageDetector.foreignLanguageOf(question)).contains(Locale.forLanguageTag(language));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hw many ppl got killed",
                "who vetod the resolushun",
                "Khan Sheikhun",
                "Bashar al-Assad?",
                "charles de gaulle",
                "Casa de la Moneda",
                "la la land",
                "von der Leyen",
                "Los Angeles",
                "Who is Müller?",
                "What does \"raison d'être\" mean?",
                "What did Путин say?",
                "87",
                "?",
                "",
                "👍👍",
                "tl;dr",
                "veto",
                "chemical weapons Syria",
                "SELECT * FROM articles; --",
                "What does the word und mean?"
            })
    void nameAndMisspeltQuestionAreNoForeignLanguage(String question) {
        assertThat(LanguageDetector.isEnglish(question)).isTrue();
        assertThat(LanguageDetector.foreignLanguageOf(question)).isEmpty();
    }

    @Test
    void atMostTwoOfAllKnownQuestionsAreTakenForForeign() throws IOException {
        List<String> questions = new ArrayList<>();
        ObjectMapper json = new ObjectMapper();
        for (Path set :
                List.of(Path.of("src/test/resources/questions-dev.json"), QuestionSets.file("reading-dev.json"))) {
            for (JsonNode question : json.readTree(set.toFile()).findValues("question")) {
                questions.add(question.asText());
            }
        }
        assertThat(questions).hasSizeGreaterThan(900);
        assertThat(questions.stream().filter(question -> !LanguageDetector.isEnglish(question)))
                .hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void everyParagraphOfTheEnglishTextsIsEnglish() throws IOException {
        List<JsonNode> paragraphs = new ObjectMapper()
                .readTree(QuestionSets.file("reading-dev.json").toFile())
                .findValues("text");
        assertThat(paragraphs).hasSizeGreaterThan(50);
        assertThat(paragraphs.stream().map(JsonNode::asText).filter(text -> !LanguageDetector.isEnglish(text)))
                .isEmpty();
    }

    @Test
    void longTextInALanguageWithoutListIsForeignAllTheSame() {
        String finnish =
                "Kaikki ihmiset syntyvät vapaina ja tasavertaisina arvoltaan ja oikeuksiltaan. Heille on annettu "
                        + "järki ja omatunto, ja heidän on toimittava toisiaan kohtaan veljeyden hengessä. Jokainen on oikeutettu "
                        + "kaikkiin tässä julistuksessa esitettyihin oikeuksiin ja vapauksiin ilman minkäänlaista rotuun, väriin, "
                        + "sukupuoleen, kieleen tai uskontoon perustuvaa erotusta.";
        assertThat(LanguageDetector.isEnglish(finnish)).isFalse();
    }

    @Test
    void englishTextWithForeignQuotationsIsEnglish() {
        assertThat(LanguageDetector.isEnglish(
                        "The minister said \"nous ne sommes pas dans cette situation\" when he was asked about "
                                + "it in Paris, and his office would not add anything to what he had told the press."))
                .isTrue();
    }
}
