package dev.footnote.english;

import dev.footnote.text.Span;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Turns a sentence into questions that it answers, by putting a question word in the place of what it tells, in the few ways that
 * need no grammar beyond the words themselves. Some of them are wrong; a reader should be asked which to keep.
 */
public final class SentenceQuestions {

    private static final int LONGEST = 80;
    private static final int FEWEST_WORDS = 4;

    /** "Interviewer: " before what somebody says. */
    private static final Pattern SPEAKER = Pattern.compile("^[\\p{Lu}][\\p{L}.’' -]{0,30}:\\s*+[*_]{0,2}");

    private static final int LONGEST_HEADING = 50;
    private static final int MOST_WORDS_OF_HEADING = 5;

    /** Words of letters with a blank between them, behind the mark or the number of a heading. */
    private static final Pattern HEADING =
            Pattern.compile("[#*_\\d.) ]{0,8}(\\p{L}[\\p{L}'’-]*+(?: \\p{L}[\\p{L}'’-]*+)*+)[*_:# ]{0,4}");

    private static final Pattern PLAIN_CAPITAL = Pattern.compile("\\p{Lu}?[\\p{Ll}'’-]++");

    private static final String CAPITALISED = "[A-Z][\\w’'&.-]{0,40}";

    private static final String NAME = "(?:The |the )?" + CAPITALISED + "(?: (?:" + CAPITALISED
            + "|of the(?= [A-Z])|of(?= [A-Z])|al-\\w{1,40}|de(?= [A-Z])|van(?= [A-Z])|von(?= [A-Z]))){0,6}";

    /** "The pier", "the opposition leader", a name. */
    private static final String THING = "(?:[Tt]he [a-z-]+(?: [a-z-]+){0,2}?|" + NAME + ")";

    private static final String NUMBER =
            "(?:about |some |only |almost |nearly |over |more than |at least |up to )?(?:[\\d,.]*\\d|"
                    + WordClass.anyOf(NumberWords.cardinals(2, 20)) + ")(?: (?:hundred|thousand|million|billion))?";

    private static final String MONEY = "(?:about |some |only |almost |nearly |over |more than )?[$€£¥]?\\d[\\d,.]*";

    /** "58 passengers on board". */
    private static final Pattern COUNTED = Pattern.compile(
            "^" + NUMBER
                    + " ((?:[a-z-]+ ){0,2}?)((?:[a-z]+s|people|men|women|children)(?: of (?:the )?(?:[a-z-]+ )?[\\w-]+)?)\\b(.*)$");

    /** "There were 58 passengers on board." */
    private static final Pattern THERE_ARE = Pattern.compile(
            "^There (were|are) " + NUMBER + " ((?:[a-z]+ )?[a-z]+s)\\b( (?:on|in|at|from|of|aboard) [^,.;:]{3,40})?");

    /** "Repairs will cost 2.4 million crowns". */
    private static final Pattern COSTS = Pattern.compile(
            "^((?:The )?[A-Za-z][\\w-]*(?: [a-z][\\w-]*){0,2}?) (?:(will|would) )?(cost|costs) " + MONEY);

    /** "11 million for the old ferry". */
    private static final Pattern PRICE = Pattern.compile(
            "^(?:about |some |nearly |over |more than )?[$€£¥]?\\d[\\d,.]*(?: [a-z]+){0,2} for (.{3,40})$");

    private static final String TIME_UNIT = "(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|decades?)";

    /** "Three to five weeks". */
    private static final Pattern LASTS = Pattern.compile(
            "^(?:" + NUMBER + "|an?)(?: (?:to|or|and) " + NUMBER + "| and a half)? " + TIME_UNIT + "\\b.*");

    private static final Pattern MEASURED =
            Pattern.compile("^" + NUMBER + " [a-z]+ (long|high|tall|deep|wide|thick|old)\\b");

    private static final Pattern ENUMERATES = Pattern.compile(" (?:and|or)\\b");

    private static final Pattern BEFORE_DATE = Pattern.compile("(?: (?:only|just|early|late|again))?(?<! ) *$");

    private static final Pattern DATED = Pattern.compile("^(|.*? )" + PlainClause.DATE + "(.*)$");

    private static final Pattern PLACED = Pattern.compile(
            "^(.*?)(?:^| )(?:in|at|near|on the island of) (?:the )?([A-Z][\\p{L}’'-]+)(?: " + CAPITALISED + ")*$");

    private static final Pattern DONE_BY = Pattern.compile("^(\\p{Ll}{3,}) by (" + NAME + ")$");

    /** "X is a …". */
    private static final Pattern IS_A =
            Pattern.compile("^(" + NAME + ") (is|are|was) ((?:a|an|the|one of the) [a-z][^.]{15,})");

    /** "The Agrarian League, the smaller of the two". */
    private static final Pattern THE_NAMED = Pattern.compile(
            "(?<! of )\\bthe (" + CAPITALISED + "(?: " + CAPITALISED + "){1,4}), (?:a|an|the) ([a-z][^,]{8,80}),");

    /** "Ann Lee, a surgeon from Turku, …". */
    private static final Pattern WHO_IS = Pattern.compile("(" + NAME + "), (?:an?|the|its|their) ([a-z][^,]{5,80}),");

    private static final Pattern HEAD_NOUN = Pattern.compile(
            "^(?:(?:an?|the|one of the) )?((?:[\\p{L}-]+ )*?[\\p{L}-]+)(?= (?:of|at|from|in|for|who|with|to|that|on|by|and|whose|which)\\b|$|,)");

    /** "Said that the clinic was", "“The clinic will": what is spoken of. */
    private static final Pattern TOPIC = Pattern.compile("(?:\\bthat |" + SpeechVerbs.saying() + ",? (?:that )?|[\"“])("
            + THING + ") (?:was|were|is|are|has|have|had|will|would|could|can|cannot|should|must|might|may)\\b");

    private static final Pattern BECAUSE = Pattern.compile("^(.{5,70}?),? because ");

    /** Verbs of what happens and how things stand: nobody does it. */
    private static final Set<String> HAPPENING = WordClass.union(
            """
            begin start end continue go come become appear emerge follow last lie stand rise fall sink drop grow run take
            remain stay belong occur happen exist consist contain include cost need show mean hold cause lead turn
            arise arrive lack measure weigh reach cover form house carry prove suggest reveal indicate represent concern get
            have be do say seem look
            """);

    /** Nouns of persons whose form does not tell. */
    private static final Set<String> KIN = WordClass.union(
            """
            son daughter brother sister mother father wife husband child widow cousin niece nephew uncle aunt king queen prince
            princess duke saint hero girl boy lord lady friend nurse poet priest monk guest pilot architect artist athlete
            """);

    /** Words that point from a question to what was said before. */
    private static final Set<String> POINTING =
            WordClass.union("similar ones one others thing things", WordClass.COMPARISON);

    private final String sentence;
    private final ProperNouns names;
    private final Map<QuestionForm, String> questions = new EnumMap<>(QuestionForm.class);

    private SentenceQuestions(String sentence, ProperNouns names) {
        this.sentence = sentence;
        this.names = names;
    }

    /**
     * The questions that a sentence answers, without line breaks in it.
     *
     * @param names those of its article: at its beginning a name looks as any word does
     * @return at most one of a form, in the forms' order
     */
    public static Map<QuestionForm, String> of(String sentence, ProperNouns names) {
        SentenceQuestions made = new SentenceQuestions(sentence, names);
        Optional<PlainClause> begins = PlainClause.of(sentence, names);
        begins.filter(clause -> !clause.isCut()).ifPresent(clause -> {
            made.who(clause);
            made.when(clause);
            made.where(clause);
            made.howMany(clause);
            made.howLong(clause);
            made.howMuch(clause);
        });
        begins.ifPresent(made::because);
        made.thereAre();
        made.cost();
        made.isA();
        made.whoIs();
        made.say();
        return made.questions;
    }

    /**
     * The question that an article asks itself in a line of its own, "## How can I pay?", where it can be understood by
     * itself.
     */
    public static Optional<String> own(String line) {
        String question = SPEAKER.matcher(line.strip().replaceFirst("^[\\W\\d_]+", ""))
                .replaceFirst("")
                .replaceFirst("(?<![*_#\\s])[*_#\\s]+$", "");
        boolean isQuestion = question.endsWith("?")
                && question.length() <= LONGEST
                && question.split("\\s+").length >= FEWEST_WORDS
                && (QuestionGrammar.AUXILIARIES.contains(firstWord(question))
                        || WordClass.QUESTION_WORD.contains(firstWord(question)));
        String ofOthers = Pattern.compile(" ")
                .splitAsStream(question.replace("?", ""))
                .filter(word -> !WordClass.FIRST_OR_SECOND_PERSON.contains(word.toLowerCase(Locale.ROOT)))
                .collect(Collectors.joining(" "));
        return isQuestion && !PointingWords.isIn(ofOthers) ? Optional.of(question) : Optional.empty();
    }

    /** The question for what stands below a heading that names something in a few words, "Working abroad". */
    public static Optional<String> ofHeading(String heading, ProperNouns names) {
        Matcher plain = HEADING.matcher(heading);
        if (!plain.matches() || heading.length() > LONGEST_HEADING) {
            return Optional.empty();
        }
        List<String> words = List.of(plain.group(1).split(" ", -1));
        String first = words.get(0).toLowerCase(Locale.ROOT);
        boolean isClause =
                BareVerbs.contains(first) || WordClass.isFunctionWord(first) && !WordClass.ARTICLE.contains(first);
        if (isClause || words.size() > MOST_WORDS_OF_HEADING || PointingWords.isIn(heading)) {
            return Optional.empty();
        }
        String named = words.stream()
                .map(word ->
                        names.contains(word) || !PLAIN_CAPITAL.matcher(word).matches()
                                ? word
                                : word.toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(" "));
        return ContentWords.of(named).isEmpty()
                ? Optional.empty()
                : Optional.of("What does it say about " + named + "?");
    }

    private static String firstWord(String words) {
        return PlainClause.first(words).toLowerCase(Locale.ROOT);
    }

    private void who(PlainClause clause) {
        Matcher by = DONE_BY.matcher(clause.rest());
        if (clause.isPassive() && by.find() && isName(by.group(2)) && !isPlaceOrTime(by.group(2))) {
            String done = by.group(1);
            boolean isRegular = done.endsWith("ed");
            add(
                    QuestionForm.WHO,
                    isRegular
                            ? "Who " + done + " " + clause.subject()
                            : "Who " + clause.verb() + " " + clause.subject() + " " + done + " by");
            return;
        }
        String base = BareVerbs.ofPast(clause.verb()).orElse("");
        String object = PlainClause.first(clause.rest());
        boolean hasObject = WordClass.ARTICLE.contains(object)
                || Measures.isNumber(object)
                || !object.isEmpty() && Character.isUpperCase(object.charAt(0));
        if (BareVerbs.isPast(clause.verb()) && !HAPPENING.contains(base) && hasObject && isName(clause.subject())) {
            add(QuestionForm.WHO, "Who " + clause.verb() + " " + clause.rest());
        }
    }

    private void when(PlainClause clause) {
        if (!clause.isDone()) {
            return;
        }
        if (!clause.time().isEmpty()) {
            clause.asked(clause.rest()).ifPresent(asked -> add(QuestionForm.WHEN, "When " + asked));
            return;
        }
        Matcher dated = DATED.matcher(clause.rest());
        if (dated.find()) {
            clause.asked(BEFORE_DATE.matcher(dated.group(1)).replaceFirst(""))
                    .ifPresent(asked -> add(QuestionForm.WHEN, "When " + asked));
        }
    }

    private void where(PlainClause clause) {
        Matcher dated = DATED.matcher(clause.rest());
        String rest = dated.find() ? dated.group(1).strip() + dated.group(2) : clause.rest();
        Matcher placed = PLACED.matcher(rest.strip());
        if (placed.find()
                && !isPlaceOrTime(placed.group(2))
                && (clause.isPassive() || placed.group(1).isBlank())
                && clause.isDone()) {
            clause.asked(placed.group(1)).ifPresent(asked -> add(QuestionForm.WHERE, "Where " + asked));
        }
    }

    private void howMany(PlainClause clause) {
        Matcher subject = COUNTED.matcher(clause.subject());
        if (subject.find() && isCountable(subject.group(2)) && subject.group(3).isEmpty()) {
            add(
                    QuestionForm.HOW_MANY,
                    "How many " + subject.group(1) + subject.group(2) + " " + clause.verb() + " " + clause.rest());
            return;
        }
        Matcher object = COUNTED.matcher(clause.rest());
        if (!object.find()
                || !isCountable(object.group(2))
                || ENUMERATES.matcher(object.group(3)).lookingAt()) {
            return;
        }
        String counted = "How many " + object.group(1) + object.group(2) + " ";
        if (clause.verb().startsWith("ha")) {
            String did = clause.verb().equals("had") ? "did " : clause.verb().equals("has") ? "does " : "do ";
            add(QuestionForm.HOW_MANY, counted + did + clause.subject() + " have" + object.group(3));
        } else if (!clause.verb().startsWith("w")
                && !clause.verb().equals("is")
                && !clause.verb().equals("are")) {
            clause.asked(object.group(3)).ifPresent(asked -> add(QuestionForm.HOW_MANY, counted + asked));
        }
    }

    private static boolean isCountable(String words) {
        String noun = PlainClause.first(words);
        return noun.endsWith("s") && !Measures.isUnit(noun)
                || Set.of("people", "men", "women", "children").contains(noun);
    }

    private void howLong(PlainClause clause) {
        boolean takes = clause.verb().equals("took") || clause.verb().equals("takes");
        if (takes && LASTS.matcher(clause.rest()).matches()) {
            clause.asked("").ifPresent(asked -> add(QuestionForm.HOW_LONG, "How long " + asked));
        }
        Matcher measured = MEASURED.matcher(clause.rest());
        if ((clause.verb().equals("is") || clause.verb().equals("was")) && measured.find()) {
            add(QuestionForm.HOW_LONG, "How " + measured.group(1) + " " + clause.verb() + " " + clause.subject());
        }
    }

    private void howMuch(PlainClause clause) {
        Matcher price = PRICE.matcher(clause.rest());
        if (clause.verb().equals("paid") && price.find()) {
            clause.asked("for " + price.group(1)).ifPresent(asked -> add(QuestionForm.HOW_MUCH, "How much " + asked));
        }
    }

    private void because(PlainClause clause) {
        Matcher because = BECAUSE.matcher(sentence);
        String end = clause.rest();
        if (because.find() && because.group(1).endsWith(end) && clause.time().isEmpty()) {
            clause.asked(end).ifPresent(asked -> add(QuestionForm.WHY, "Why " + asked));
        }
    }

    private void thereAre() {
        Matcher there = THERE_ARE.matcher(sentence);
        if (there.find() && there.group(3) != null) {
            add(QuestionForm.HOW_MANY, "How many " + there.group(2) + " " + there.group(1) + there.group(3));
        }
    }

    private void cost() {
        Matcher costs = COSTS.matcher(sentence);
        if (costs.find()) {
            boolean isPlural = costs.group(1).endsWith("s");
            String auxiliary = costs.group(2) != null
                    ? costs.group(2)
                    : costs.group(3).equals("costs") ? "does" : isPlural ? "do" : "did";
            add(
                    QuestionForm.HOW_MUCH,
                    "How much " + auxiliary + " " + PlainClause.uncapitalised(costs.group(1)) + " cost");
        }
    }

    private void isA() {
        Matcher isA = IS_A.matcher(sentence);
        if (isA.find() && isName(isA.group(1))) {
            String name = isA.group(1);
            boolean isOfPerson = isPerson(head(isA.group(3)));
            boolean isFullName = name.indexOf(' ') > 0 && !name.startsWith("The ");
            if (isOfPerson && isFullName) {
                add(QuestionForm.WHO_IS, "Who " + isA.group(2) + " " + name);
            } else if (!isOfPerson && !isPlaceOrTime(name)) {
                add(QuestionForm.WHAT, "What " + isA.group(2) + " " + PlainClause.inside(name));
            }
        }
        Matcher named = THE_NAMED.matcher(sentence);
        if (named.find() && !isPerson(head(named.group(2)))) {
            add(QuestionForm.WHAT, "What is the " + named.group(1));
        }
    }

    private void whoIs() {
        Matcher who = WHO_IS.matcher(sentence);
        if (who.find()
                && isName(who.group(1))
                && who.group(1).indexOf(' ') > 0
                && !who.group(1).toLowerCase(Locale.ROOT).startsWith("the ")
                && isPerson(head(who.group(2)))) {
            add(QuestionForm.WHO_IS, "Who is " + who.group(1));
        }
    }

    private void say() {
        Optional<Span> speaker = Attribution.of(sentence, new Span(0, sentence.length()));
        String name = speaker.map(span -> span.of(sentence)).orElse("");
        String first = PlainClause.first(name).toLowerCase(Locale.ROOT);
        if (!isName(name) || first.equals("a") || first.equals("an") || first.equals("one")) {
            return;
        }
        boolean isPresent = SpeechVerbs.presentForms().stream()
                .anyMatch(verb -> sentence.contains(name + " " + verb) || sentence.contains(verb + " " + name));
        String said = "What " + (isPresent ? "does " : "did ") + PlainClause.inside(name) + " say";
        Matcher topic = TOPIC.matcher(sentence);
        while (topic.find()) {
            String about = topic.group(1);
            if (isTopic(about) && !about.contains(name) && !name.contains(about)) {
                add(QuestionForm.SAY, said + " about " + PlainClause.inside(about));
                if (questions.containsKey(QuestionForm.SAY)) {
                    return;
                }
            }
        }
        add(QuestionForm.SAY, said);
    }

    private boolean isTopic(String words) {
        boolean isThing = words.toLowerCase(Locale.ROOT).startsWith("the ") && Character.isLowerCase(words.charAt(4));
        return isThing
                ? Pattern.compile(" ").splitAsStream(words).skip(1).noneMatch(WordClass::isFunctionWord)
                        && !PlainClause.leans(words)
                : isName(words);
    }

    /** Whether a description is that of a person; "the second of five", too, may be one. */
    private static boolean isPerson(String noun) {
        String last = noun.substring(noun.lastIndexOf(' ') + 1);
        return Attribution.isRole(noun)
                || KIN.contains(last)
                || NumberWords.ordinal(last).isPresent();
    }

    private static String head(String description) {
        Matcher head = HEAD_NOUN.matcher(description);
        return head.find() ? head.group(1) : description;
    }

    private void add(QuestionForm form, String question) {
        String tidy = question.strip().replaceAll("\\s+", " ") + "?";
        int fewest = form == QuestionForm.WHAT || form == QuestionForm.WHO_IS ? 3 : FEWEST_WORDS;
        boolean points = Word.of(tidy).stream().map(Word::key).anyMatch(POINTING::contains);
        boolean natural =
                !points && tidy.length() <= LONGEST && tidy.split("\\s+").length >= fewest && !PointingWords.isIn(tidy);
        if (natural) {
            questions.putIfAbsent(form, tidy);
        }
    }

    /** Whether words are a name: a single one that the article writes with a capital within a sentence, too. */
    private boolean isName(String words) {
        String bare = words.replaceFirst("^(?:The|the) ", "");
        List<String> each = List.of(bare.split(" ", -1));
        String first = each.get(0);
        if (bare.length() < 2 || !Character.isUpperCase(first.codePointAt(0)) || isFunctionWord(first)) {
            return false;
        }
        String last = each.get(each.size() - 1);
        return Character.isUpperCase(last.codePointAt(0)) && (each.size() > 1 || PlainClause.isKnownName(first, names));
    }

    private static boolean isPlaceOrTime(String words) {
        String first = PlainClause.first(words);
        return CalendarNames.MONTHS.contains(first) || CalendarNames.WEEKDAYS.contains(first);
    }

    /** "US" is none, "Us" is one. */
    private static boolean isFunctionWord(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        return !Word.isInCapitals(word)
                && (WordClass.isFunctionWord(lower) || NumberWords.unit(lower).isPresent() || lower.equals("yes"));
    }
}
