package dev.footnote.reading;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.footnote.answer.Certainty;
import dev.footnote.answer.Citation;
import dev.footnote.answer.Form;
import dev.footnote.answer.Kind;
import dev.footnote.answer.Reason;
import dev.footnote.answer.Support;
import dev.footnote.answer.Turn;
import dev.footnote.article.Article;
import dev.footnote.article.Library;
import dev.footnote.engine.Evidence;
import dev.footnote.engine.Inquiry;
import dev.footnote.engine.Reply;
import dev.footnote.english.Sentence;
import dev.footnote.home.Home;
import dev.footnote.intent.Asked;
import dev.footnote.intent.ExamplePhrases;
import dev.footnote.intent.Strategies;
import dev.footnote.intent.Strategy;
import dev.footnote.intent.Wish;
import dev.footnote.model.PassageScores;
import dev.footnote.model.SpanReader;
import dev.footnote.model.Stance;
import dev.footnote.passage.Passage;
import dev.footnote.retrieval.RetrievedPassage;
import dev.footnote.retrieval.Retriever;
import dev.footnote.text.Span;
import dev.footnote.verification.Verification;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The extractive engine: answers from the words of the articles, without a language model. What it says stands there,
 * letter for letter. Safe for use by several threads.
 */
@Singleton
public class Reading {

    private static final String UNSUPPORTED =
            "I only tell what the article says: no arithmetic, no opinions, nothing written to order.";
    private static final String SHORTENED = "The question is long; only its last 64 word pieces were read.";

    /** Below this cosine a passage has nothing to do with the question, and no sentence of it is shown as closest. */
    private static final double CLOSE = 0.5;

    /** From this likeness to an example phrase on, a question that nothing answers is of that kind. */
    private static final double LIKE_EXAMPLES = 0.72;

    /** From this likelihood on a question asks for a few words. */
    private static final double ASKS_FOR_WORDS = 0.5;

    /** Whoever asks for a few words does not want to read more than these. */
    private static final int MOST_WORDS_FOR_WORDS = 60;

    /** A refusal above this share of the threshold may be one of something that is said after all: it says so. */
    private static final double UNCERTAIN = 0.5;

    /** A passage that was cited before comes along if it is among so many. */
    private static final int CITED_AMONG = 50;

    private static final int MOST_MENTIONS_LOOKED_AT = 12;

    /** How much text the articles may have, in UTF-16 units, whose words are kept counted. */
    private static final long MOST_TEXT_KEPT = 20_000_000;

    private final Retriever retriever;
    private final SpanReader reader;
    private final ExamplePhrases phrases;
    private final Strategies strategies;
    private final Verification verification;
    private final Library library;
    private final ReadingConfig config;
    private final AnswerPolicy policy;
    private final Doubt doubt;
    private final Cache<String, ArticleWords> articleWords = Caffeine.newBuilder()
            .maximumWeight(MOST_TEXT_KEPT)
            .weigher((String key, ArticleWords words) -> words.text().length() + 1)
            .build();

    Reading(
            Retriever retriever,
            SpanReader reader,
            ExamplePhrases phrases,
            Strategies strategies,
            Verification verification,
            Library library,
            ReadingConfig config,
            Home home) {
        this.retriever = retriever;
        this.reader = reader;
        this.phrases = phrases;
        this.strategies = strategies;
        this.verification = verification;
        this.library = library;
        this.config = config;
        this.policy = AnswerPolicy.read(home.embeddings());
        this.doubt = new Doubt(this::answerInFull);
    }

    /**
     * Answers a question.
     *
     * @param found told, before they are read, which passages were found; none where nothing need be read
     */
    public Reply answer(Inquiry inquiry, Consumer<List<RetrievedPassage>> found) {
        Asked asked = new Asked(inquiry, phrases);
        Optional<Reply> known = beforeReading(asked, true);
        if (known.isPresent()) {
            found.accept(List.of());
            return known.get();
        }
        Reply read = read(asked, found).reply();
        return read.kind() == Kind.REFUSAL
                ? strategies.inOrder().stream()
                        .flatMap(strategy -> strategy.whenNothingFound(asked).stream())
                        .findFirst()
                        .orElse(read)
                : read;
    }

    /**
     * What is answered without reading, and as well as any language model could: small talk, counts, paragraphs, what the
     * file says of itself, doubts. Overviews and bare names are left out, for they are passages to write from; small talk
     * comes back as {@link Kind#CHAT}.
     *
     * @return empty if the question is to be answered from passages
     */
    public Optional<Reply> beforeReading(Inquiry inquiry) {
        return beforeReading(new Asked(inquiry, phrases), false);
    }

    /**
     * What is said without reading to a wish for an overview or to a bare name: sentences that a language model could
     * write from, or, as {@link Kind#CHAT}, a question back.
     *
     * @return empty if the question is no such wish
     */
    public Optional<Reply> overview(Inquiry inquiry) {
        Asked asked = new Asked(inquiry, phrases);
        return strategies.inOrder().stream()
                .filter(Strategy::isForWriter)
                .flatMap(strategy -> strategy.beforeReading(asked).stream())
                .findFirst();
    }

    private Optional<Reply> beforeReading(Asked asked, boolean alsoForWriter) {
        return doubt.beforeReading(asked).or(() -> strategies.inOrder().stream()
                .filter(strategy -> alsoForWriter || !strategy.isForWriter())
                .flatMap(strategy -> strategy.beforeReading(asked).stream())
                .findFirst());
    }

    /** The answer to a question that was asked before, with what else could be said to it. */
    private Doubt.Reconsidered answerInFull(Inquiry inquiry) {
        Asked asked = new Asked(inquiry, phrases);
        return beforeReading(asked, true)
                .map(reply -> new Doubt.Reconsidered(reply, Optional.empty()))
                .orElseGet(() -> read(asked, found -> {}));
    }

    /**
     * What was found for one part of a question.
     *
     * @param asked the part, as it is read
     * @param passages to be read, the best first
     * @param understood the part as it was completed; null if it is read as it was asked
     */
    private record PartRetrieval(AskedQuestion asked, List<RetrievedPassage> passages, @Nullable String understood) {}

    /** A part of a question, the passages that were read for it, and what the policy makes of them. */
    private record ReadPart(PartRetrieval part, Assessed assessed) {

        Article article(RankedSentence sentence) {
            return part.passages().stream()
                    .map(RetrievedPassage::article)
                    .filter(each -> each.id().equals(sentence.articleId()))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** What is said to one part of a question. */
    private record PartAnswer(List<Reply.Piece> pieces, Form form, double confidence, boolean isStated) {}

    private Doubt.Reconsidered read(Asked asked, Consumer<List<RetrievedPassage>> found) {
        Inquiry inquiry = asked.inquiry();
        List<QuestionParts.Part> parts = QuestionParts.named(inquiry.question());
        // The first way to understand each part; another is tried only where this one finds nothing.
        List<List<PartRetrieval>> ways =
                parts.stream().map(part -> ways(part.question(), asked)).toList();
        found.accept(ways.stream()
                .flatMap(List::stream)
                .flatMap(way -> way.passages().stream())
                .distinct()
                .toList());
        List<ReadPart> read = ways.stream().map(this::firstThatAnswers).toList();

        List<String> warnings = new ArrayList<>();
        if (reader.shortens(inquiry.question())) {
            warnings.add(SHORTENED);
        }
        List<PartAnswer> answers = new ArrayList<>();
        List<Reply.Piece> pieces = new ArrayList<>();
        for (int i = 0; i < read.size(); i++) {
            ReadPart each = read.get(i);
            if (!each.assessed().ranked().isEmpty() && (!each.assessed().isRefused() || !config.refuse())) {
                PartAnswer answer = answer(each);
                answers.add(answer);
                pieces.addAll(parts.get(i).label(answer.pieces()));
            } else if (parts.size() > 1) {
                warnings.add("The article does not say: " + parts.get(i).question());
            }
        }
        String understood = read.get(0).part().understood();
        if (answers.isEmpty()) {
            return new Doubt.Reconsidered(refuse(inquiry, read.get(0)).understoodAs(understood), Optional.empty());
        }
        double confidence =
                answers.stream().mapToDouble(PartAnswer::confidence).min().orElse(0);
        Reply reply = new Reply(
                Kind.ANSWER,
                pieces,
                null,
                answers.stream().allMatch(PartAnswer::isStated) ? Certainty.STATED : Certainty.LIKELY,
                confidence,
                List.of(),
                warnings,
                understood,
                form(answers));
        return new Doubt.Reconsidered(reply, read.size() == 1 ? second(read.get(0), reply) : Optional.empty());
    }

    private static Form form(List<PartAnswer> answers) {
        if (answers.size() == 1) {
            return answers.get(0).form();
        }
        return answers.stream().allMatch(answer -> answer.form() == Form.WORDS) ? Form.LIST : Form.SENTENCES;
    }

    /** What there is to read for a question, without reading it. */
    public List<RetrievedPassage> find(Inquiry inquiry) {
        Asked asked = new Asked(inquiry, phrases);
        return QuestionParts.named(inquiry.question()).stream()
                .flatMap(part -> ways(part.question(), asked).stream())
                .flatMap(way -> way.passages().stream())
                .distinct()
                .toList();
    }

    /**
     * The ways in which a part of a question can be understood, the likeliest first: by itself; with what the turns before
     * put in the place of its pronouns; or, where that cannot be said in a question, read after them.
     */
    private List<PartRetrieval> ways(String part, Asked asked) {
        Inquiry inquiry = asked.inquiry();
        String context = FollowUp.context(inquiry.turns());
        FollowUp followUp = context.isEmpty() ? FollowUp.STANDS_ALONE : FollowUp.of(part);
        List<PartRetrieval> ways = new ArrayList<>();
        if (followUp != FollowUp.LEANS) {
            ways.add(alone(part, asked, null));
        }
        if (followUp != FollowUp.STANDS_ALONE) {
            ways.add(FollowUpRewriter.rewrite(part, inquiry.turns())
                    .map(rewritten -> alone(rewritten, asked, rewritten))
                    .orElseGet(() -> after(context, part, asked)));
        }
        return ways;
    }

    private PartRetrieval alone(String question, Asked asked, @Nullable String understood) {
        int limit = limit(asked.inquiry());
        List<RetrievedPassage> ranked = withoutHeadings(
                retriever.retrieve(question, Set.copyOf(asked.inquiry().articleIds()), 2 * limit));
        return new PartRetrieval(
                new AskedQuestion(question, "", vector(question, asked)),
                ranked.stream().limit(limit).toList(),
                understood);
    }

    private PartRetrieval after(String context, String part, Asked asked) {
        Inquiry inquiry = asked.inquiry();
        List<RetrievedPassage> ranked =
                withoutHeadings(retriever.retrieve(context + part, Set.copyOf(inquiry.articleIds()), CITED_AMONG));
        return new PartRetrieval(
                new AskedQuestion(part, context, vector(part, asked)),
                withCited(ranked, limit(inquiry), inquiry.turns()),
                null);
    }

    private int limit(Inquiry inquiry) {
        Integer topK = inquiry.topK();
        return topK == null ? retriever.usualLimit() : topK;
    }

    private float[] vector(String question, Asked asked) {
        return question.equals(asked.question()) ? asked.vector() : phrases.vector(question);
    }

    private List<RetrievedPassage> withoutHeadings(List<RetrievedPassage> passages) {
        return passages.stream()
                .filter(each -> !words(each.article()).isHeading(each.passage()))
                .toList();
    }

    /** The best passages, and those further down that the turn before cited. */
    private static List<RetrievedPassage> withCited(List<RetrievedPassage> ranked, int limit, List<Turn> turns) {
        List<Citation> cited = turns.get(turns.size() - 1).citations();
        List<RetrievedPassage> taken = new ArrayList<>();
        for (RetrievedPassage passage : ranked) {
            boolean carried = cited.stream()
                    .anyMatch(citation ->
                            citation.documentId().equals(passage.article().id())
                                    && passage.passage()
                                            .span()
                                            .overlaps(new Span(citation.startCharIndex(), citation.endCharIndex())));
            if (taken.size() < limit || carried) {
                taken.add(passage);
            }
        }
        return taken;
    }

    private ReadPart firstThatAnswers(List<PartRetrieval> ways) {
        ReadPart first = read(ways.get(0));
        for (int i = 1; i < ways.size() && first.assessed().isRefused(); i++) {
            ReadPart next = read(ways.get(i));
            first = next.assessed().isRefused() ? first : next;
        }
        return first;
    }

    private ReadPart read(PartRetrieval part) {
        AskedQuestion asked = part.asked();
        List<PassageScores> scores = reader.score(
                asked.inFull(),
                part.passages().stream()
                        .map(each -> words(each.article()).surroundings(each.passage()))
                        .toList(),
                part.passages().stream().map(RetrievedPassage::text).toList());
        List<ReadPassage> read = new ArrayList<>();
        for (int i = 0; i < scores.size(); i++) {
            RetrievedPassage each = part.passages().get(i);
            read.add(new ReadPassage(
                    each.article().id(),
                    words(each.article()),
                    each.passage(),
                    each.score(),
                    each.similarity(),
                    scores.get(i)));
        }
        return new ReadPart(part, policy.assess(asked, read, reader::score));
    }

    private ArticleWords words(Article article) {
        return articleWords.get(
                article.id() + "@" + article.revision(), key -> new ArticleWords(article.title(), article.text()));
    }

    /** What is said to a part that is not refused: "Yes" or "No", a few words, or one to three sentences. */
    private PartAnswer answer(ReadPart read) {
        Assessed assessed = read.assessed();
        RankedSentence best = assessed.ranked().get(0);
        String question = read.part().asked().text();
        if (YesNo.isYesNo(question)) {
            YesNo.Decision decision = decide(question, best);
            if (decision != YesNo.Decision.OPEN) {
                Reply.Piece piece = new Reply.Piece(
                        decision.say(best.text()), List.of(cite(read, best, best.place(), assessed.answers())));
                return new PartAnswer(List.of(piece), Form.VERDICT, assessed.answers(), assessed.isStated());
            }
        }
        Optional<Span> standing = StandaloneWords.of(
                best.source().article().text(), best.place(), best.words().span(), question);
        if (!config.refuse()) {
            // For measuring: the reader's own words, however unsure.
            return words(read, best, standing.orElse(best.words().span()));
        }
        boolean asksForWords = assessed.asks(QuestionKinds.WORDS) >= ASKS_FOR_WORDS;
        if (assessed.areWordsSure() && asksForWords && standing.isPresent() && !YesNo.isYesNo(question)) {
            return words(read, best, standing.get());
        }
        List<Reply.Piece> pieces = told(assessed, asksForWords).stream()
                .map(each -> new Reply.Piece(
                        each.text(),
                        List.of(cite(
                                read,
                                each,
                                asksForWords && each.equals(best) ? standing.orElse(each.place()) : each.place(),
                                each.equals(best) ? assessed.answers() : each.answers()))))
                .toList();
        return new PartAnswer(pieces, Form.SENTENCES, assessed.answers(), assessed.isStated());
    }

    private static PartAnswer words(ReadPart read, RankedSentence best, Span words) {
        Assessed assessed = read.assessed();
        Reply.Piece piece = new Reply.Piece(
                words.of(best.source().article().text()), List.of(cite(read, best, words, assessed.wordsRight())));
        return new PartAnswer(List.of(piece), Form.WORDS, assessed.wordsRight(), assessed.areWordsStated());
    }

    /** The likeliest sentence and those that are likely right besides it, in the article's order. */
    private static List<RankedSentence> told(Assessed assessed, boolean briefly) {
        if (!briefly) {
            return assessed.told();
        }
        List<RankedSentence> kept = new ArrayList<>(assessed.best().stream().toList());
        int words = kept.stream().mapToInt(Reading::length).sum();
        for (RankedSentence each : assessed.further()) {
            words += length(each);
            if (words <= MOST_WORDS_FOR_WORDS) {
                kept.add(each);
            }
        }
        return assessed.told().stream().filter(kept::contains).toList();
    }

    private static int length(RankedSentence sentence) {
        int words = 0;
        boolean inside = false;
        String text = sentence.text();
        for (int i = 0; i < text.length(); i++) {
            boolean letter = !Character.isWhitespace(text.charAt(i));
            words += letter && !inside ? 1 : 0;
            inside = letter;
        }
        return words;
    }

    /** Whether "Yes" or "No" may stand before the sentence: where the reader, twice asked, and the check agree. */
    private YesNo.Decision decide(String question, RankedSentence best) {
        String claim = YesNo.claim(question);
        Stance ofClaim =
                reader.score(claim, List.of(""), List.of(best.text())).get(0).stance();
        return YesNo.decide(
                question,
                best.text(),
                new YesNo.Scores(
                        best.stance().yes(),
                        best.stance().no(),
                        ofClaim.yes(),
                        ofClaim.no(),
                        verification.verify(claim, null, List.of(best.text())).score()));
    }

    private static Evidence cite(ReadPart read, RankedSentence sentence, Span words, double probability) {
        return new Evidence(
                read.article(sentence),
                sentence.place(),
                words,
                sentence.source().passage().paragraph(),
                probability,
                Support.SUPPORTED,
                probability);
    }

    /** What would be said instead: the next sentence whose words are others. It supports that there is a second. */
    private static Optional<Reply.Piece> second(ReadPart read, Reply reply) {
        return read.assessed().ranked().stream()
                .skip(1)
                .filter(other ->
                        reply.pieces().stream().noneMatch(piece -> piece.text().contains(other.saidWords())))
                .findFirst()
                .map(other -> new Reply.Piece(
                        other.saidWords(),
                        List.of(new Evidence(
                                read.article(other),
                                other.place(),
                                other.words().span(),
                                other.source().passage().paragraph(),
                                0,
                                Support.PARTIAL,
                                0))));
    }

    private Reply refuse(Inquiry inquiry, ReadPart read) {
        double missed = read.assessed().answers();
        if (phrases.likeness(read.part().asked().vector(), Wish.UNSUPPORTED) >= LIKE_EXAMPLES) {
            return Reply.refusal(Reason.UNSUPPORTED, UNSUPPORTED, null, missed, List.of());
        }
        Optional<String> term = DefinitionQuestion.term(read.part().asked().text());
        Optional<RankedSentence> mention = term.flatMap(name -> read.assessed().ranked().stream()
                .limit(MOST_MENTIONS_LOOKED_AT)
                .filter(each ->
                        DefinitionFinder.mentions(each.source().article().text(), each.place(), name))
                .findFirst());
        if (mention.isPresent()) {
            return Reply.refusal(
                    Reason.UNCERTAIN,
                    DefinitionFinder.undefined(term.orElseThrow()),
                    closest(read, mention.get(), missed),
                    missed,
                    List.of());
        }
        Optional<RankedSentence> closest =
                read.assessed().best().filter(best -> best.source().similarity() >= CLOSE);
        boolean uncertain = closest.isPresent() && missed >= UNCERTAIN * policy.refuseBelow();
        int articles = inquiry.articleIds().isEmpty()
                ? library.ids().size()
                : inquiry.articleIds().size();
        Reason reason = uncertain ? Reason.UNCERTAIN : Reason.NOT_FOUND;
        return Reply.refusal(
                reason,
                RefusalWords.of(reason, articles),
                closest.map(best -> closest(read, best, missed)).orElse(null),
                missed,
                List.of());
    }

    private static Evidence closest(ReadPart read, RankedSentence sentence, double missed) {
        return new Evidence(
                read.article(sentence),
                sentence.place(),
                null,
                sentence.source().passage().paragraph(),
                missed,
                Support.UNSUPPORTED,
                0);
    }

    /** How many questions are suggested at most. */
    public int mostSuggested() {
        return config.suggestedQuestions();
    }

    /**
     * Whether a question is answered, surely, by one sentence of an article.
     *
     * @param sentence the one that it was made of
     */
    public boolean isAnswered(Article article, String question, Sentence sentence) {
        // The sentence was found for sure, so only the reader's own signs count.
        RetrievedPassage found = new RetrievedPassage(article, new Passage(List.of(sentence)), 1, 0.75);
        ReadPart read = read(
                new PartRetrieval(new AskedQuestion(question, "", phrases.vector(question)), List.of(found), null));
        return !read.assessed().isRefused()
                && read.assessed()
                        .best()
                        .filter(best -> best.words().margin() > 0
                                && best.saidWords().length()
                                        < 0.9 * found.text().length())
                        .isPresent();
    }
}
