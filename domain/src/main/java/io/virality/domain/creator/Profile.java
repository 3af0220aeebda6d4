package io.virality.domain.creator;

import java.util.Optional;

/**
 * What a creator says about itself and what the platform says about it. Each part is empty where a source is silent.
 *
 * @param nickname the displayed name
 * @param biography the text under the name
 * @param bioLink the link in the profile
 * @param region country of the account, two letters; says nothing about the audience
 * @param language language tag
 * @param category what the creator posts about
 * @param verified whether the platform verified the account
 */
public record Profile(
        Optional<String> nickname,
        Optional<String> biography,
        Optional<String> bioLink,
        Optional<String> region,
        Optional<String> language,
        Optional<String> category,
        Optional<Boolean> verified) {

    /** A profile of which nothing is known. */
    public static final Profile UNKNOWN = new Profile(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    /** This profile, completed where it is silent by what another one says. */
    public Profile orElse(Profile other) {
        return new Profile(
                nickname.or(other::nickname),
                biography.or(other::biography),
                bioLink.or(other::bioLink),
                region.or(other::region),
                language.or(other::language),
                category.or(other::category),
                verified.or(other::verified));
    }
}
