package dev.footnote.english;

import dev.footnote.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Decides whether words of a sentence can be shown by themselves, and how many of the words around them belong to them:
 * the rest of a name, the unit of a number, the year of a date, the other quotation mark. What it returns is always a
 * place inside the sentence, so citations stay true.
 */
public final class StandaloneWords {

    /** More words than these are read better as the sentence they stand in. */
    private static final int MOST_WORDS = 25;

    /** A whole quotation of at least so many words keeps its marks. */
    private static final int WORDS_OF_A_QUOTATION = 4;

    /** A line without an end mark and with at most so many words is a heading. */
    private static final int MOST_WORDS_OF_A_HEADING = 12;

    /** Words that point at something and name nothing. */
    private static final Set<String> POINTING = WordClass.union(
            "one ones there here so then",
            WordClass.THIRD_PERSON,
            WordClass.DEMONSTRATIVE,
            WordClass.FIRST_OR_SECOND_PERSON,
            WordClass.INDEFINITE_PRONOUN,
            WordClass.QUESTION_WORD);

    /** Words that nothing can end with. */
    private static final Set<String> NEVER_LAST = WordClass.union(
            "which that who whose whom than its their your my our",
            WordClass.ARTICLE,
            WordClass.PREPOSITION,
            WordClass.COORDINATOR,
            WordClass.SUBORDINATOR);

    /** Words after which more of the clause must follow. */
    private static final Set<String> AWAITING = WordClass.union("", WordClass.BE, WordClass.HAVE, WordClass.MODAL);

    /** Words that only join what follows to what was before. */
    private static final Set<String> NEVER_FIRST = WordClass.union(
            "that which who whom whose of by than as", WordClass.COORDINATOR, WordClass.BE, WordClass.HAVE);

    private final String text;
    private final Span sentence;
    private final List<SentenceToken> tokens;

    /** A word of the sentence with its place in the article, in its own letters and in lower case. */
    private record SentenceToken(String word, String lower, int start, int end) {

        boolean isCapital() {
            return Character.isUpperCase(word.codePointAt(0)) && !word.equals("I");
        }

        boolean isNumber() {
            return Measures.isNumber(lower);
        }

        boolean isDay() {
            return lower.length() <= 4 && lower.matches("(?:[12]?\\d|3[01])(?:st|nd|rd|th)?");
        }

        boolean isYear() {
            return lower.matches("1\\d{3}|20\\d{2}|21\\d{2}");
        }

        boolean isCalendarName() {
            return isCapital() && CalendarNames.canonical(lower).isPresent();
        }
    }

    private StandaloneWords(String text, Span sentence) {
        this.text = text;
        this.sentence = sentence;
        this.tokens = tokens(text, sentence);
    }

    /**
     * The words as they may be shown alone.
     *
     * @param text the article's text
     * @param sentence the sentence that holds the words
     * @param words what the reader chose
     * @param question what was asked, in full
     * @return a place inside the sentence; empty where the whole sentence is to be shown
     */
    public static Optional<Span> of(String text, Span sentence, Span words, String question) {
        Span inside = new Span(
                Math.min(Math.max(words.start(), sentence.start()), sentence.end()),
                Math.max(Math.min(words.end(), sentence.end()), sentence.start()));
        if (inside.length() == 0 || isQuestionOrHeading(sentence.of(text))) {
            return Optional.empty();
        }
        Span cell = cellOf(text, sentence, inside);
        int end = Math.min(inside.end(), cell.end());
        return inside.start() < end
                ? new StandaloneWords(text, cell).widened(new Span(inside.start(), end), question)
                : Optional.empty();
    }

    /** The cell of a table's row in which the words begin, for words of two cells say nothing; the sentence where it is no row. */
    private static Span cellOf(String text, Span sentence, Span words) {
        int start = words.start();
        while (start > sentence.start() && !isBetweenCells(text.charAt(start - 1))) {
            start--;
        }
        int end = words.start();
        while (end < sentence.end() && !isBetweenCells(text.charAt(end))) {
            end++;
        }
        return new Span(start, end);
    }

    private static boolean isBetweenCells(char c) {
        return c == '|' || c == '\t';
    }

    /** Words as they begin an answer: the first letter is made a capital unless the word has one further inside. */
    public static String capitalised(String words) {
        if (words.isEmpty() || !Character.isLowerCase(words.codePointAt(0))) {
            return words;
        }
        int end = 0;
        while (end < words.length() && !Character.isWhitespace(words.charAt(end))) {
            if (Character.isUpperCase(words.charAt(end))) {
                return words;
            }
            end++;
        }
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /** Whether a sentence asks, or is a short line without an end mark, a colon or a digit. */
    static boolean isQuestionOrHeading(String sentence) {
        String words = sentence.strip();
        if (words.isEmpty() || words.endsWith("?")) {
            return true;
        }
        boolean isEnded = ".!…:;\"”’')]".indexOf(words.charAt(words.length() - 1)) >= 0;
        return !isEnded
                && words.split("\\s+", -1).length <= MOST_WORDS_OF_A_HEADING
                && words.chars().noneMatch(c -> Character.isDigit(c) || c == ':' || c == '|' || c == '\t');
    }

    private Optional<Span> widened(Span words, String question) {
        int first = firstTouched(words);
        int last = lastTouched(words);
        if (first < 0 || last < first) {
            return Optional.empty();
        }
        while (first <= last && NEVER_FIRST.contains(tokens.get(first).lower())) {
            first++;
        }
        while (last >= first
                && NEVER_LAST.contains(tokens.get(last).lower())
                && !tokens.get(last).isCapital()) {
            last--;
        }
        if (last < first || AWAITING.contains(tokens.get(last).lower())) {
            return Optional.empty();
        }
        int oldFirst;
        int oldLast;
        do {
            oldFirst = first;
            oldLast = last;
            first = date(first, -1);
            last = date(last, 1);
            first = numberBefore(first);
            last = numberAfter(last);
            first = nameBefore(first);
            last = nameAfter(last);
        } while (first != oldFirst || last != oldLast);
        first = modifier(between(first, last), last);
        if (isCutBeforeOf(first, last)) {
            return Optional.empty();
        }
        return balanced(signs(
                        new Span(tokens.get(first).start(), tokens.get(last).end())))
                .filter(span -> says(span, question));
    }

    private int firstTouched(Span words) {
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.get(i).end() > words.start()) {
                return tokens.get(i).start() < words.end() ? i : -1;
            }
        }
        return -1;
    }

    private int lastTouched(Span words) {
        for (int i = tokens.size() - 1; i >= 0; i--) {
            if (tokens.get(i).start() < words.end()) {
                return i;
            }
        }
        return -1;
    }

    /** How a word follows the one before it: only a blank between them, or a comma and a blank. */
    private boolean joined(int left, boolean alsoComma) {
        if (left < 0 || left + 1 >= tokens.size()) {
            return false;
        }
        String between =
                text.substring(tokens.get(left).end(), tokens.get(left + 1).start());
        boolean abbreviated = between.equals(". ") && isAbbreviated(tokens.get(left));
        return between.isBlank() || abbreviated || alsoComma && between.strip().equals(",");
    }

    /** "Dr. Lee", "George W. Bush". */
    private static boolean isAbbreviated(SentenceToken token) {
        return token.isCapital() && token.word().length() <= 3;
    }

    /** Takes in the parts of a date beside a part of it: "Wednesday, 14 March 2019". */
    private int date(int at, int step) {
        int end = at;
        while (true) {
            int next = end + step;
            if (next < 0 || next >= tokens.size() || !joined(Math.min(end, next), true)) {
                return end;
            }
            SentenceToken here = tokens.get(end);
            SentenceToken other = tokens.get(next);
            boolean together = here.isCalendarName() && (other.isDay() || other.isYear() || other.isCalendarName())
                    || other.isCalendarName() && (here.isDay() || here.isYear())
                    || here.isDay() && other.isYear() && touchesCalendar(end)
                    || here.isYear() && other.isDay() && touchesCalendar(next);
            // "in May, 45 people": a comma before a number that counts something is no part of a date.
            boolean counts = step > 0 && other.isDay() && !joined(end, false);
            if (!together || counts) {
                return end;
            }
            end = next;
        }
    }

    private boolean touchesCalendar(int at) {
        return at > 0 && tokens.get(at - 1).isCalendarName()
                || at + 1 < tokens.size() && tokens.get(at + 1).isCalendarName();
    }

    /** The number before a unit or a scale, and the beginning of a range. */
    private int numberBefore(int at) {
        int first = at;
        while (first > 0 && joined(first - 1, false)) {
            SentenceToken here = tokens.get(first);
            SentenceToken before = tokens.get(first - 1);
            boolean isMeasure = Measures.isScale(here.lower()) || Measures.isUnit(here.lower());
            boolean belongs = isMeasure && (before.isNumber() || Measures.isScale(before.lower()));
            boolean isPerCent = here.lower().equals("cent") && before.lower().equals("per")
                    || here.lower().equals("per") && before.isNumber() && isBeforeCent(first);
            boolean ranges = here.isNumber()
                    && first > 1
                    && (before.lower().equals("to") || before.lower().equals("and") && isBetween(first - 2))
                    && (tokens.get(first - 2).isNumber()
                            || Measures.isScale(tokens.get(first - 2).lower()));
            if (ranges) {
                first -= 2;
            } else if (isPerCent || belongs && !before.isYear()) {
                first--;
            } else {
                return first;
            }
        }
        return first;
    }

    /** The scale and the unit after a number, and the end of a range. */
    private int numberAfter(int at) {
        int last = at;
        while (last + 1 < tokens.size() && joined(last, false)) {
            SentenceToken here = tokens.get(last);
            SentenceToken next = tokens.get(last + 1);
            boolean isAmount = here.isNumber() || Measures.isScale(here.lower());
            if (!isAmount && !(here.lower().equals("per") && next.lower().equals("cent"))) {
                return last;
            }
            boolean isPlainYear = here.isYear();
            boolean ranges = (next.lower().equals("to")
                            || isBetween(last) && next.lower().equals("and"))
                    && last + 2 < tokens.size()
                    && tokens.get(last + 2).isNumber();
            boolean perCent = next.lower().equals("per")
                    && last + 2 < tokens.size()
                    && tokens.get(last + 2).lower().equals("cent");
            boolean counts = !isPlainYear
                    && Character.isLowerCase(next.word().charAt(0))
                    && next.lower().endsWith("s")
                    && next.lower().length() > 3
                    && !WordClass.isFunctionWord(next.lower());
            if (ranges || perCent) {
                last += 2;
            } else if (Measures.isScale(next.lower())
                    || !isPlainYear && Measures.isUnit(next.lower())
                    || isHourMark(next)) {
                last++;
            } else if (counts) {
                return last + 1;
            } else {
                return last;
            }
        }
        return last;
    }

    private boolean isBeforeCent(int at) {
        return at + 1 < tokens.size() && tokens.get(at + 1).lower().equals("cent");
    }

    /** "Between 30 and 40": "30 and 40" would be two numbers. */
    private int between(int first, int last) {
        boolean ranges = first + 2 <= last
                && isBetween(first)
                && tokens.get(first + 1).lower().equals("and")
                && tokens.get(first + 2).isNumber();
        return ranges ? first - 1 : first;
    }

    private boolean isBetween(int at) {
        return at > 0 && tokens.get(at - 1).lower().equals("between");
    }

    private static boolean isHourMark(SentenceToken token) {
        return token.lower().matches("a\\.?m|p\\.?m|a\\.m\\.|p\\.m\\.|am|pm");
    }

    /** The capitalised words before one, titles among them: "Foreign Minister Ann Lee" for "Lee". */
    private int nameBefore(int at) {
        if (!isNameWord(at)) {
            return at;
        }
        int first = at;
        while (true) {
            if (first > 0 && joined(first - 1, false) && isNameWord(first - 1)) {
                first--;
            } else if (first > 1
                    && joined(first - 1, false)
                    && joined(first - 2, false)
                    && isNameWord(first - 2)
                    && (NameConnectors.OF_FAMILIES.contains(
                                    tokens.get(first - 1).lower())
                            || first < at && tokens.get(first - 1).lower().equals("of"))) {
                first -= 2;
            } else {
                break;
            }
        }
        // "the ambassador to the UN Ann Lee": what stands behind "to the" belongs to the title, not to the name.
        boolean isOfTitle = first < at
                && first > 1
                && tokens.get(first - 1).lower().equals("the")
                && WordClass.PREPOSITION.contains(tokens.get(first - 2).lower());
        return isOfTitle ? at : first;
    }

    private int nameAfter(int at) {
        if (!isNameWord(at)) {
            return at;
        }
        int last = at;
        while (true) {
            if (joined(last, false) && isNameWord(last + 1)) {
                last++;
            } else if (joined(last, false)
                    && joined(last + 1, false)
                    && isNameWord(last + 2)
                    && (NameConnectors.OF_FAMILIES.contains(tokens.get(last + 1).lower())
                            || tokens.get(last + 1).lower().equals("of"))) {
                last += 2;
            } else {
                return last;
            }
        }
    }

    /** A word with a capital that is neither of grammar nor of the calendar. */
    private boolean isNameWord(int at) {
        if (at < 0 || at >= tokens.size()) {
            return false;
        }
        SentenceToken token = tokens.get(at);
        boolean isAcronym = Word.isInCapitals(token.word());
        return token.isCapital()
                && !token.isCalendarName()
                && !CalendarNames.RELATIVE_DAYS.contains(token.lower())
                && (isAcronym || !WordClass.isFunctionWord(token.lower()));
    }

    /** "The town engineer" for "engineer": a single word between a determiner and a noun describes the noun. */
    private int modifier(int first, int last) {
        boolean isBare = first == last
                && first > 1
                && Character.isLowerCase(tokens.get(first).word().charAt(0))
                && joined(first - 1, false)
                && joined(first - 2, false);
        if (!isBare) {
            return first;
        }
        SentenceToken before = tokens.get(first - 1);
        boolean describes = Character.isLetter(before.word().charAt(0)) && !WordClass.isFunctionWord(before.lower());
        return describes && Determiners.ALL.contains(tokens.get(first - 2).lower()) ? first - 2 : first;
    }

    /** "History" of "history of ill-treatment" is half a noun. */
    private boolean isCutBeforeOf(int first, int last) {
        return first == last
                && Character.isLowerCase(tokens.get(first).word().charAt(0))
                && joined(last, false)
                && tokens.get(last + 1).lower().equals("of");
    }

    /** Currency signs, percent signs and the dot of an abbreviation. */
    private Span signs(Span span) {
        int start = span.start();
        int end = span.end();
        while (start > sentence.start() && Measures.isCurrencySign(text.substring(start - 1, start))) {
            start--;
            while (start > sentence.start() && Character.isUpperCase(text.charAt(start - 1))) {
                start--;
            }
        }
        while (end < sentence.end() && "%°".indexOf(text.charAt(end)) >= 0) {
            end++;
        }
        if (end < sentence.end() && text.charAt(end) == '.' && endsAsAcronym(text, start, end)) {
            end++;
        }
        return new Span(start, end);
    }

    /** "U.S" of "U.S.": a letter by itself, a dot and a letter. */
    private static boolean endsAsAcronym(String text, int start, int end) {
        int first = end - 3;
        return first >= start
                && Character.isLetter(text.charAt(end - 1))
                && text.charAt(end - 2) == '.'
                && Character.isLetter(text.charAt(first))
                && (first == start || !Character.isLetterOrDigit(text.charAt(first - 1)));
    }

    /** Opens or closes quotations and brackets that are cut; empty where their other half is far away. */
    private Optional<Span> balanced(Span span) {
        Span whole = span;
        for (String pair : List.of("()", "[]", "“”", "‘’", "«»")) {
            whole = balanced(whole, pair.charAt(0), pair.charAt(1));
        }
        long straight = whole.of(text).chars().filter(c -> c == '"').count();
        if (straight % 2 == 1) {
            long before = text.substring(sentence.start(), whole.start())
                    .chars()
                    .filter(c -> c == '"')
                    .count();
            if (before % 2 == 1) {
                int start = text.lastIndexOf('"', whole.start() - 1);
                whole = new Span(Math.max(start, sentence.start()), whole.end());
            } else {
                int close = text.indexOf('"', whole.end());
                if (close < 0 || close >= sentence.end()) {
                    return Optional.empty();
                }
                whole = new Span(whole.start(), close + 1);
            }
        }
        whole = quotation(whole);
        return isBalanced(whole.of(text)) ? Optional.of(whole) : Optional.empty();
    }

    private Span balanced(Span span, char open, char close) {
        int start = span.start();
        int end = span.end();
        int depth = 0;
        int missing = 0;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            boolean isApostrophe = c == '’' && i + 1 < text.length() && Character.isLetter(text.charAt(i + 1))
                    || c == '’' && i > 0 && text.charAt(i - 1) == 's' && text.lastIndexOf('‘', i) < sentence.start();
            if (c == open) {
                depth++;
            } else if (c == close && !isApostrophe) {
                if (depth == 0) {
                    missing++;
                } else {
                    depth--;
                }
            }
        }
        if (missing > 0) {
            int before = text.lastIndexOf(open, start);
            start = before >= sentence.start() ? before : start;
        }
        if (depth > 0) {
            int after = text.indexOf(close, end);
            end = after >= 0 && after < sentence.end() ? after + 1 : end;
        }
        return new Span(start, end);
    }

    /** What is all of a quotation, or begins with one, has both its marks. */
    private Span quotation(Span span) {
        boolean begins = span.start() > sentence.start() && text.charAt(span.start() - 1) == '“';
        int close = begins ? text.indexOf('”', span.start()) : -1;
        if (close > span.end() && close < sentence.end()) {
            return new Span(span.start() - 1, close + 1);
        }
        boolean isQuoted = span.start() > sentence.start()
                && span.end() < sentence.end()
                && "\"“".indexOf(text.charAt(span.start() - 1)) >= 0
                && "\"”".indexOf(text.charAt(span.end())) >= 0
                && span.of(text).split("\\s+", -1).length >= WORDS_OF_A_QUOTATION;
        return isQuoted ? new Span(span.start() - 1, span.end() + 1) : span;
    }

    private static boolean isBalanced(String words) {
        return count(words, '(') == count(words, ')')
                && count(words, '[') == count(words, ']')
                && count(words, '“') == count(words, '”')
                && count(words, '«') == count(words, '»')
                && count(words, '"') % 2 == 0;
    }

    private static long count(String words, char mark) {
        return words.chars().filter(c -> c == mark).count();
    }

    /** Whether the words name something that the question did not say already. */
    private boolean says(Span span, String question) {
        List<String> said = QuestionWords.of(span.of(text));
        if (said.isEmpty() || said.size() > MOST_WORDS || said.stream().allMatch(POINTING::contains)) {
            return false;
        }
        List<String> asked = QuestionWords.of(question);
        if (asked.stream().anyMatch(QuestionGrammar.ALTERNATIVES::contains)) {
            return true;
        }
        Set<String> stems = asked.stream().map(Inflection::stem).collect(Collectors.toSet());
        return !said.stream()
                .filter(word -> !WordClass.isFunctionWord(word))
                .map(Inflection::stem)
                .allMatch(stems::contains);
    }

    /** Letters and digits with the hyphens, dots and apostrophes that join them. */
    private static List<SentenceToken> tokens(String text, Span sentence) {
        List<SentenceToken> tokens = new ArrayList<>();
        int at = sentence.start();
        while (at < sentence.end()) {
            if (!Character.isLetterOrDigit(text.charAt(at))) {
                at++;
                continue;
            }
            int end = at + 1;
            while (end < sentence.end() && (isOfWord(text.charAt(end)) || joins(text, end, sentence.end()))) {
                end++;
            }
            String word = text.substring(at, end);
            tokens.add(new SentenceToken(word, word.toLowerCase(Locale.ROOT), at, end));
            at = end;
        }
        return tokens;
    }

    private static boolean isOfWord(char c) {
        return Character.isLetterOrDigit(c)
                || Character.getType(c) == Character.NON_SPACING_MARK
                || Character.isSurrogate(c);
    }

    private static boolean joins(String text, int at, int end) {
        char c = text.charAt(at);
        if (at + 1 >= end || !Character.isLetterOrDigit(text.charAt(at + 1))) {
            return false;
        }
        if (c == '\'' || c == '’') {
            // A possessive ending is not of the name.
            return !(text.charAt(at + 1) == 's' && (at + 2 >= end || !Character.isLetterOrDigit(text.charAt(at + 2))));
        }
        return c == '-'
                || c == '‑'
                || c == '/' && Character.isDigit(text.charAt(at + 1))
                || c == '–' && Character.isDigit(text.charAt(at - 1))
                || (c == '.' || c == ',' || c == ':')
                        && Character.isDigit(text.charAt(at - 1))
                        && Character.isDigit(text.charAt(at + 1))
                || c == '.' && Character.isLetter(text.charAt(at - 1)) && Character.isLetter(text.charAt(at + 1));
    }
}
