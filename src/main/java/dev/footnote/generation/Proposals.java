package dev.footnote.generation;

import dev.footnote.article.Article;
import dev.footnote.english.Sentence;
import dev.footnote.passage.ArticleSentences;
import dev.langchain4j.data.message.ChatMessage;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;

/** Questions that the default language model proposes for an article. Safe for use by several threads. */
@Singleton
public class Proposals {

    private static final Logger LOG = Logger.getLogger(Proposals.class);

    /** Of a longer article, so many sentences spread over it are given for suggestions. */
    private static final int MOST_SENTENCES = 40;

    private static final int LONGEST_SUGGESTION = 120;

    /** Somebody waits for a page that is complete without a model's questions. */
    private static final Duration LONGEST_PROPOSING = Duration.ofSeconds(15);

    private static final Pattern SUGGESTION =
            Pattern.compile("^[^\\w\\[]*+\\[\\s*+(\\d{1,3})\\s*+]\\W*+(\\w.*\\?)[^\\w?]*+");

    private final LanguageModels models;
    private final Prompts prompts;

    Proposals(LanguageModels models, Prompts prompts) {
        this.models = models;
        this.prompts = prompts;
    }

    /** Whether there is a model that can propose. */
    public boolean arePossible() {
        return models.has(LanguageModels.BASE);
    }

    /**
     * Questions that the default model proposes for an article; none if it is not configured or fails, which only the metrics
     * count.
     *
     * @param most how many are wanted
     */
    public List<Proposal> of(Article article, int most) {
        Optional<LanguageModel> base = models.find(LanguageModels.BASE);
        if (base.isEmpty()) {
            return List.of();
        }
        LanguageModel model = base.get();
        List<Sentence> sentences = spread(ArticleSentences.of(article));
        try {
            // More than wanted: not all of them will stand the test.
            List<ChatMessage> messages = prompts.suggest(2 * most, NumberedSentences.of(article, sentences));
            Duration timeout = model.profile().timeout();
            Duration wait = timeout.compareTo(LONGEST_PROPOSING) < 0 ? timeout : LONGEST_PROPOSING;
            String said = model.whole(messages, Deadline.in(wait));
            return said.lines()
                    .map(SUGGESTION::matcher)
                    .filter(Matcher::matches)
                    .flatMap(line -> proposal(line, sentences).stream())
                    .limit(4L * most)
                    .toList();
        } catch (ModelFailedException e) {
            model.meters().failed(e.failure());
            LOG.debugf(
                    "The language model \"%s\" suggests no questions: %s",
                    model.profile().name(), e.failure());
            return List.of();
        }
    }

    private static Optional<Proposal> proposal(Matcher line, List<Sentence> sentences) {
        int number = Integer.parseInt(line.group(1));
        String question = Fence.line(line.group(2)).replaceAll("[*_`]+", "");
        return number >= 1 && number <= sentences.size() && question.length() <= LONGEST_SUGGESTION
                ? Optional.of(new Proposal(question, sentences.get(number - 1)))
                : Optional.empty();
    }

    private static List<Sentence> spread(List<Sentence> sentences) {
        if (sentences.size() <= MOST_SENTENCES) {
            return sentences;
        }
        List<Sentence> spread = new ArrayList<>();
        for (int i = 0; i < MOST_SENTENCES; i++) {
            spread.add(sentences.get((int) ((long) i * sentences.size() / MOST_SENTENCES)));
        }
        return spread;
    }
}
