package dev.footnote.english;

import java.util.Set;
import java.util.regex.Pattern;

/** Words and signs that stand beside a number and belong to it: units, currencies, scales. In lower case. */
public final class Measures {

    /** Units of measurement and money, as CLDR names the commonest, with their short forms. */
    private static final Set<String> UNITS = WordClass.union(
            """
            percent pct point points degree degrees celsius fahrenheit kelvin
            dollar dollars cent cents euro euros pound pounds pence yen yuan rupee rupees rouble roubles ruble rubles
            franc francs crown crowns krone kroner krona kronor peso pesos real reais rand won lira dirham dirhams zloty
            usd eur gbp jpy chf
            metre metres meter meters kilometre kilometres kilometer kilometers centimetre centimetres centimeter
            centimeters millimetre millimetres millimeter millimeters mile miles yard yards foot feet inch inches knot knots
            m km cm mm ft
            hectare hectares acre acres litre litres liter liters gallon gallons barrel barrels ml
            gram grams kilogram kilograms kilo kilos tonne tonnes ton tons ounce ounces kg mg g lb lbs
            second seconds minute minutes hour hours day days night nights week weeks month months quarter quarters year
            years decade decades century centuries
            watt watts kilowatt kilowatts megawatt megawatts gigawatt gigawatts kw mw gw kwh mwh volt volts
            hertz byte bytes gb mb tb
            people men women children
            """);

    /** Units that have squares, cubes or other powers, as they are written before an exponent; multiples apart. */
    private static final Set<String> WITH_POWERS =
            WordClass.union("m km cm dm mm µm nm ft in yd mi mile miles s sec kg");

    private static final Set<String> SIGNS_BEFORE = Set.of("$", "£", "€", "¥", "₹", "₽", "US$", "A$", "C$");

    private static final Pattern NUMERAL = Pattern.compile("\\p{N}+(?:[.,:]\\p{N}+)*(?:st|nd|rd|th|s)?");

    private Measures() {}

    /** Whether a word, in lower case, names a unit. */
    public static boolean isUnit(String word) {
        return UNITS.contains(word);
    }

    /** Whether a raised number behind a unit, as it is written, is its power, "m²". */
    public static boolean hasPowers(String unit) {
        return WITH_POWERS.contains(unit);
    }

    /** Whether a sign stands before a number and names its currency. */
    public static boolean isCurrencySign(String sign) {
        return SIGNS_BEFORE.contains(sign);
    }

    /** Whether a word, in lower case, is a number, in digits or spelt out. */
    public static boolean isNumber(String word) {
        return NUMERAL.matcher(word).matches() || NumberWords.unit(word).isPresent() || isSpeltCompound(word);
    }

    /** Whether a word, in lower case, multiplies the number before it, "million". */
    public static boolean isScale(String word) {
        return NumberWords.scale(word).isPresent();
    }

    /** "forty-five". */
    private static boolean isSpeltCompound(String word) {
        int hyphen = word.indexOf('-');
        return hyphen > 0
                && NumberWords.unit(word.substring(0, hyphen)).isPresent()
                && NumberWords.unit(word.substring(hyphen + 1)).isPresent();
    }
}
