-- Who asks about hashtags reads those of the videos.
drop table video_hashtag;

pragma user_version = 22;
