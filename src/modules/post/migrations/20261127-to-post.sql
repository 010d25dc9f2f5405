-- Letters on paper that nobody has posted yet: asked for at every page, by whoever may have some to post.
create index sendings_to_post on sendings (organisation_id, body_id) where state = 'waiting' and means = 'post';
