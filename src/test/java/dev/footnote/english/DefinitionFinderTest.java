package dev.footnote.english;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footnote.text.Span;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DefinitionFinderTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Who is Ida Holm?|Ida Holm",
                "who's ida holm|ida holm",
                "what is a heat pump|heat pump",
                "What does LHB mean?|LHB",
                "what does lhb stand for?|lhb",
                "what is meant by quorate|quorate",
                "What is the Bank of Turku?|Bank of Turku",
                "What is the height of the tower?|(none)",
                "Who is it?|(none)",
                "What does Holm say?|(none)",
                "What is Holm's plan?|(none)",
                "What was Holm's Grand Hotel?|Holm's Grand Hotel",
                "When is the vote?|(none)",
            })
    void seesWhatIsToBeDefined(String question, String term) {
        assertThat(DefinitionQuestion.term(question).orElse("(none)")).isEqualTo(term);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Ida Holm, a surgeon from Turku, resigned.|Ida Holm|a surgeon from Turku",
                "A lathe is a machine that turns wood.|lathe|a machine that turns wood",
                "The vote was won by the mayor Ida Holm.|Ida Holm|the mayor",
                "Its operations manager, Ida Holm, denied it.|Ida Holm|Its operations manager",
                "The Lake Harbour Board (LHB) met.|LHB|Lake Harbour Board",
                "Ida Holm, harbourmaster since 2011, resigned.|Ida Holm|harbourmaster since 2011",
                "Ida Holm – a surgeon from Turku – resigned.|Ida Holm|a surgeon from Turku",
                "Ida Holm (56), a surgeon from Turku, resigned.|Ida Holm|a surgeon from Turku",
                "Ida Holm(56), a surgeon from Turku, resigned.|Ida Holm|a surgeon from Turku",
                "Ida Holm (56, a surgeon from Turku, resigned.|Ida Holm|(none)",
                "Ida Holm(56, a surgeon from Turku, resigned.|Ida Holm|(none)",
                "On Friday Ida Holm met the press.|Ida Holm|(none)",
                "Ida Holm, who was late, resigned.|Ida Holm|(none)",
                "She met Ida Holm, and left.|Ida Holm|(none)",
                "The \"heat pump\", a kind of engine, hums.|heat pump|a kind of engine",
                "Ida Holm, a surgeon at St. Olav, resigned.|Ida Holm|a surgeon at St. Olav",
                "Ida Holm, a surgeon|Ida Holm|a surgeon",
                "A lathe is a machine of Holm Co. and others; it is old.|lathe|a machine of Holm Co. and others",
                "A lathe is a machine|lathe|a machine",
                "Quorate means having enough members.|quorate|having enough members",
                "They chose the former town hall manager Ida Holm.|Ida Holm|the former town hall manager",
                "They chose the long serving former town hall manager Ida Holm.|Ida Holm|(none)",
                "At the office, Ida Holm met them.|Ida Holm|(none)",
                "They met its manager, Ida Holm; nobody spoke.|Ida Holm|its manager",
                "The Board of Lake Harbours (BLH) met.|BLH|Board of Lake Harbours",
                "Nobody came.|Ida Holm|(none)",
            })
    void findsWhatASentenceSaysItIs(String sentence, String term, String words) {
        assertThat(DefinitionFinder.find(sentence, new Span(0, sentence.length()), term)
                        .map(found -> found.words().of(sentence))
                        .orElse("(none)"))
                .isEqualTo(words);
    }

    @ParameterizedTest
    @ValueSource(strings = {"holm interview", "harbour repair costs", "Ida Holm"})
    void someWordsAreATopic(String topic) {
        assertThat(DefinitionQuestion.isTopic(topic)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Who is Holm", "list the towns", "did holm resign", "harbour?", "and that"})
    void aQuestionIsNoTopic(String question) {
        assertThat(DefinitionQuestion.isTopic(question)).isFalse();
    }
}
