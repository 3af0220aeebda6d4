package io.virality.domain.category;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What a creator posts about. One may have several. */
public enum Category {
    BEAUTY(
            "makeup tutorials, skincare routines, hair and nails",
            "beauty makeup skincare grwm lipstick eyeshadow lashes mua hairstyle haircare nails cosmetics foundation",
            "beauty makeup|beauty & makeup"),
    FASHION(
            "fashion outfits, clothing style, hauls and thrifting",
            "fashion ootd outfit thrift streetwear clothing stylist wardrobe sneakers",
            "style|fashion & style"),
    GAMING(
            "video games, game streams and gameplay clips",
            "gaming gamer gameplay games fortnite minecraft roblox pubg twitch esports valorant streamer",
            "games|video games"),
    FOOD(
            "food recipes, cooking, baking and restaurants",
            "food recipe cooking baking chef foodie cook kitchen dessert foodtok",
            "cooking|food & drink"),
    FITNESS(
            "fitness workouts, gym, sport and training",
            "fitness workout gym gymtok exercise bodybuilding athlete yoga parkour soccer football basketball",
            "sport|sports|parkour|health & fitness"),
    COMEDY(
            "comedy skits, jokes, pranks and funny videos",
            "comedy funny jokes prank humor humour comedian skit memes",
            "pranking|humor|reacting"),
    DANCE(
            "dancing, choreography and dance challenges",
            "dance dancing dancer choreo choreography dancechallenge hiphop ballet",
            "dancing|dancer"),
    LIP_SYNC(
            "lip syncing to songs and acting out scenes",
            "lipsync lipsyncing acting actor actress pov voiceover",
            "lipsyncing|lipsync|acting"),
    MUSIC(
            "music, singing, songs, instruments and beatboxing",
            "music singing singer song musician guitar piano rapper beatbox newmusic producer",
            "singing|singer|musician"),
    EDUCATION(
            "education, science facts and things to learn",
            "education science learn learnontiktok teacher facts didyouknow studytok history math tutor",
            "science|learning|motivational speaking"),
    TECH(
            "technology, gadgets, programming and software",
            "tech technology gadgets programming coding software iphone android computer techtok",
            "technology|science & technology"),
    TRAVEL(
            "travel, places to go, trips and adventures",
            "travel travelling traveler vanlife wanderlust backpacking traveltok hiking",
            "travelling|travel & events"),
    PETS(
            "pets, dogs, cats and other animals",
            "pets dogs puppy cats kitten animals dogsoftiktok catsoftiktok",
            "animals"),
    ART(
            "drawing, painting, crafts, illusions and things made by hand",
            "art artist drawing painting diy crafts illustration photography magic illusion",
            "diy|photography|illusion|crafts"),
    FAMILY(
            "family life, parents, children, couples and relationships",
            "family mom dad parenting kids couple relationship boyfriend girlfriend husband wife siblings",
            "relationship|relationships|parenting"),
    LIFESTYLE(
            "daily life, lifestyle vlogs, routines and home",
            "lifestyle vlog vlogger dayinmylife morningroutine homedecor",
            "vlog|vlogs|people & blogs");

    /** In their order. */
    public static final List<Category> ALL = List.of(values());

    private static final Pattern BETWEEN_NAMES = Pattern.compile("[,;/|]");

    private final String description;
    private final List<String> keywords;
    private final Set<String> names;

    Category(String description, String keywords, String names) {
        this.description = description;
        this.keywords = List.of(keywords.split(" "));
        this.names = Set.of(names.split("\\|"));
    }

    /** The name in documents: {@code beauty}, {@code lip-sync}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What it is about, in words that a sentence model understands without an example. */
    public String description() {
        return description;
    }

    /** Words that tell it. */
    List<String> keywords() {
        return keywords;
    }

    /** Those that a source means by its word or words; empty if it means something else. */
    public static Set<Category> meant(String told) {
        Set<Category> meant = EnumSet.noneOf(Category.class);
        BETWEEN_NAMES
                .splitAsStream(told)
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .forEach(name -> Arrays.stream(values())
                        .filter(category -> category.id().equals(name) || category.names.contains(name))
                        .forEach(meant::add));
        return Collections.unmodifiableSet(meant);
    }
}
