package io.virality.ingest.tiktok;

import java.util.Optional;

/**
 * A contract between an invented creator and an invented brand. In each season of {@value #SEASON_DAYS} days a creator has
 * one at most, and with each brand one at most.
 *
 * @param brand the brand's number
 * @param firstDay the first day of the contract, counted like the world's
 * @param days how many days it lasts
 * @param fee what the brand pays, in cents
 * @param videosSeed which of the creator's videos it covers
 */
record SimulatedSponsorship(int brand, int firstDay, int days, long fee, long videosSeed) {

    static final int SEASON_DAYS = 75;

    private static final long STREAM = 0x5350_4F4E_534F_5253L;
    private static final long FEWEST_FOLLOWERS = 5_000;
    private static final double CHANCE_A_SEASON = .032;
    private static final double COVERED_VIDEOS = .6;
    private static final double CENTS_PER_VIEW = 2;

    /** The creator's contract on a day, counted from 0. */
    static Optional<SimulatedSponsorship> on(SimulatedCreator creator, int day) {
        return inSeason(creator, day / SEASON_DAYS).filter(contract -> contract.lasts(day));
    }

    /** The creator's contract in a season, counted from 0. */
    static Optional<SimulatedSponsorship> inSeason(SimulatedCreator creator, int season) {
        if (creator.followersAtStart() < FEWEST_FOLLOWERS) {
            return Optional.empty();
        }
        Chance ofCreator = new Chance(creator.historySeed() ^ STREAM);
        Chance chance = new Chance(ofCreator.seed() + season);
        if (!chance.happens(CHANCE_A_SEASON)) {
            return Optional.empty();
        }
        int days = (int) chance.between(21, 60);
        int firstDay = season * SEASON_DAYS + (int) chance.between(0, SEASON_DAYS - days);
        double videos = 1 + days * creator.postsPerDay() * COVERED_VIDEOS;
        double views = videos * creator.usualViews(creator.followersAtStart());
        return Optional.of(new SimulatedSponsorship(
                ((int) ofCreator.between(0, SimulatedBrand.COUNT) + season) % SimulatedBrand.COUNT,
                firstDay,
                days,
                Math.round(Math.max(5_000, chance.logNormal(CENTS_PER_VIEW * views, .3))),
                chance.seed()));
    }

    private boolean lasts(int day) {
        return day >= firstDay && day < firstDay + days;
    }

    /** Whether the creator's video of that number, posted while the contract lasts, is made for the brand. */
    boolean covers(int number) {
        return new Chance(videosSeed + number).happens(COVERED_VIDEOS);
    }
}
