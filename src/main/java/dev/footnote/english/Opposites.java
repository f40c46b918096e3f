package dev.footnote.english;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Pairs of common English words that cannot both be true of one thing at one time, as a thesaurus lists them; in
 * lower case.
 */
public final class Opposites {

    /** Verbs in all their forms: each of one side is contrary to each of the other. */
    private static final List<List<List<String>>> VERBS = pairs(
            """
            rise,climb,increase,grow,soar,jump,gain/fall,drop,decrease,decline,shrink,sink,plunge,plummet,slip
            raise,lift,increase/lower,cut,reduce,decrease improve/worsen,deteriorate strengthen/weaken
            accept,approve,adopt,endorse,welcome/reject,refuse,veto,decline support,back,favour,favor/oppose,resist
            allow,permit,authorise,authorize/ban,forbid,prohibit,prevent,bar begin,start,launch,resume/end,finish,stop,cease
            continue,resume/stop,cease,halt,suspend open/close,shut win/lose gain/lose find/lose buy,purchase/sell
            succeed/fail agree/disagree love,like/hate,dislike confirm,admit/deny accept/deny remember/forget
            arrive/leave,depart enter,join/leave,quit stay,remain/leave come/go give/take lend/borrow send/receive
            attack/defend praise,welcome/criticise,criticize,condemn,blame build,create/destroy,demolish
            hire,appoint,employ/dismiss,fire,sack include,contain,admit/exclude,omit expand,widen/narrow,shrink
            lengthen,extend/shorten accelerate/slow appear/disappear,vanish survive,live/die destroy/spare pull/push earn,save/spend
            encourage/discourage trust,believe/distrust,doubt release,free/arrest,detain,imprison convict/acquit
            advance/retreat attend/miss freeze/melt,thaw heat,warm/cool fill/empty connect,join/separate unite/divide
            hide,conceal/reveal,show,disclose add/remove overestimate/underestimate keep/abandon invite/expel
            protect/threaten,endanger import/export
            """);

    /** Other words, as they are. */
    private static final List<List<List<String>>> OTHERS = pairs(
            """
            same/different more/fewer,less most/least high/low higher/lower highest/lowest large,big/small
            larger,bigger/smaller largest,biggest/smallest long/short longer/shorter longest/shortest tall/short
            taller/shorter tallest/shortest old/new,young older,elder/younger,newer eldest/youngest oldest/youngest,newest early/late
            earlier/later first/last fast,quick/slow faster,quicker/slower quickly/slowly alive/dead true/false
            right/wrong correct,right/incorrect,wrong guilty/innocent always/never often,frequently/rarely,seldom
            easy/difficult,hard easier/harder easily/hardly cheap,cheaper,free/expensive,dearer strength/weakness safe/dangerous,unsafe
            public/private major/minor majority/minority success/failure above/below inside/outside indoors/outdoors
            up/down upward/downward north/south east/west northern/southern eastern/western left/right many/few
            all,everyone,everybody/none,nobody everything/nothing both/neither with/without for/against before/after
            hot/cold warm/cool hotter,warmer/colder,cooler wet/dry rich/poor strong/weak stronger/weaker heavy/light
            heavier/lighter deep/shallow deeper/shallower wide,broad/narrow wider,broader/narrower good/bad better/worse
            best/worst likely/unlikely possible/impossible legal/illegal male/female top/bottom near/far nearest/farthest
            positive/negative maximum/minimum upper/lower profit/loss gain/loss surplus/deficit victory/defeat
            ally,friend/enemy peace/war presence/absence present/absent full/empty temporary/permanent
            optional,voluntary/compulsory,mandatory domestic/foreign rural/urban ancient/modern internal/external
            together/alone,apart day/night morning/evening summer/winter spring/autumn inner/outer thick/thin
            thicker/thinner increase/decrease,reduction rise/fall growth/decline advantage/disadvantage
            senior/junior vertical/horizontal visible/hidden,invisible careful/careless hopeful,optimistic/pessimistic
            """);

    /** What turns a word into its contrary. */
    static final List<String> PREFIXES = List.of("un", "non", "dis", "in", "im", "ir", "il");

    private static final int SHORTEST_ROOT = 5;

    private static final Map<String, Set<String>> CONTRARY = contrary();
    private static final Map<String, Set<String>> REPLACING = replacing();

    private Opposites() {}

    /** Whether two words, in whatever form, cannot both be true of one thing. */
    public static boolean oppose(String some, String other) {
        return CONTRARY.getOrDefault(some, Set.of()).contains(other)
                || isContrary(some, other)
                || isContrary(other, some);
    }

    /** "Finished" and "unfinished". */
    private static boolean isContrary(String root, String other) {
        if (root.length() < SHORTEST_ROOT || other.length() <= root.length() || other.charAt(0) == root.charAt(0)) {
            return false;
        }
        String stem = Inflection.stem(root);
        return PREFIXES.stream()
                .anyMatch(prefix ->
                        other.startsWith(prefix) && Inflection.stem(other).equals(prefix + stem));
    }

    /** The contrary words that can stand in a word's place, in the same form; "rose" gives "fell". */
    public static Set<String> inPlaceOf(String word) {
        return REPLACING.getOrDefault(word, Set.of());
    }

    private static Map<String, Set<String>> contrary() {
        Map<String, Set<String>> contrary = new HashMap<>();
        for (List<List<String>> sides : VERBS) {
            for (String some : sides.get(0)) {
                for (String other : sides.get(1)) {
                    for (String form : VerbForms.of(some).all()) {
                        VerbForms.of(other).all().forEach(each -> put(contrary, form, each));
                    }
                }
            }
        }
        plain(contrary);
        return contrary;
    }

    private static Map<String, Set<String>> replacing() {
        Map<String, Set<String>> replacing = new HashMap<>();
        for (List<List<String>> sides : VERBS) {
            for (String some : sides.get(0)) {
                for (String other : sides.get(1)) {
                    List<String> forms = VerbForms.of(some).all();
                    List<String> contrary = VerbForms.of(other).all();
                    for (int i = 0; i < forms.size(); i++) {
                        put(replacing, forms.get(i), contrary.get(i));
                    }
                }
            }
        }
        plain(replacing);
        return replacing;
    }

    private static void plain(Map<String, Set<String>> map) {
        for (List<List<String>> sides : OTHERS) {
            sides.get(0).forEach(some -> sides.get(1).forEach(other -> put(map, some, other)));
        }
    }

    private static void put(Map<String, Set<String>> map, String some, String other) {
        if (!some.equals(other)) {
            map.computeIfAbsent(some, absent -> new LinkedHashSet<>()).add(other);
            map.computeIfAbsent(other, absent -> new LinkedHashSet<>()).add(some);
        }
    }

    private static List<List<List<String>>> pairs(String list) {
        List<List<List<String>>> pairs = new ArrayList<>();
        for (String pair : list.strip().split("\\s+", -1)) {
            String[] sides = pair.split("/", -1);
            pairs.add(List.of(List.of(sides[0].split(",", -1)), List.of(sides[1].split(",", -1))));
        }
        return List.copyOf(pairs);
    }
}
