package dev.footnote.reading;

import dev.footnote.english.AnswerType;
import dev.footnote.english.Attribution;
import dev.footnote.english.DefinitionFinder;
import dev.footnote.english.DefinitionQuestion;
import dev.footnote.english.PointingWords;
import dev.footnote.english.ReasonWords;
import dev.footnote.text.Span;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What of a kind of question a sentence has, as numbers by name: a definition of what is to be defined, a reason, a date
 * for "when", the speaker who is asked about; and where in its article it stands.
 */
final class SentenceSigns {

    /** A subject stands among so many words that say something, from the sentence's beginning. */
    private static final int OPENING = 4;

    private final AnswerType type;
    private final Optional<String> term;

    SentenceSigns(AskedQuestion question, AnswerType type) {
        this.type = type;
        this.term = DefinitionQuestion.term(question.text());
    }

    /**
     * Adds the signs of a sentence.
     *
     * @param stems those of the sentence's words that say something, in its order
     * @param asked the stems of the question's words that say something
     * @param names the question's names, in lower case
     */
    void add(
            CandidateSentence candidate,
            List<String> stems,
            List<String> asked,
            List<String> names,
            Map<String, Double> signs) {
        ArticleWords article = candidate.read().article();
        String text = article.text();
        Span place = candidate.place();
        String sentence = candidate.text();
        Optional<DefinitionFinder.Definition> definition = term.flatMap(of -> DefinitionFinder.find(text, place, of));
        signs.put("asks_term", term.isPresent() ? 1.0 : 0);
        signs.put(
                "has_term",
                term.filter(of -> DefinitionFinder.mentions(text, place, of)).isPresent() ? 1.0 : 0);
        signs.put("defines", definition.isPresent() ? 1.0 : 0);
        signs.put(
                "defines_by_copula",
                definition
                                .filter(of -> of.manner() == DefinitionFinder.Manner.COPULA)
                                .isPresent()
                        ? 1.0
                        : 0);
        boolean admits = type.admits(sentence);
        signs.put("has_type", type != AnswerType.ANY && admits ? 1.0 : 0);
        signs.put("lacks_type", admits ? 0.0 : 1);
        signs.put("gives_reason", ReasonWords.giveReason(sentence) ? 1.0 : 0);
        signs.put("tells_way", ReasonWords.tellWay(sentence) ? 1.0 : 0);
        signs.put("points_back", PointingWords.open(sentence) ? 1.0 : 0);
        signs.put("position", (double) place.start() / text.length());
        signs.put("leads", candidate.read().passage().paragraph() <= 2 ? 1.0 : 0);
        Optional<Span> speaker = Attribution.of(text, place);
        Set<String> speakers = new HashSet<>(
                speaker.map(span -> article.allWords(span.of(text))).orElse(List.of()));
        signs.put("speaks", speaker.isPresent() ? 1.0 : 0);
        signs.put("asked_speaks", names.stream().anyMatch(speakers::contains) ? 1.0 : 0);
        signs.put(
                "asked_first",
                stems.stream().limit(OPENING).filter(asked::contains).count() / (double) OPENING);
    }
}
