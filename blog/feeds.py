"""RSS and Atom of one language's posts, all or of one topic (`?topic=<slug>`), at the site's own address."""

import datetime

from django.contrib.syndication.views import Feed
from django.http import Http404
from django.utils import timezone
from django.utils.feedgenerator import Atom1Feed, Rss201rev2Feed

from home.models import Topic

NEWEST = 30


class RssFeed(Feed):
    """The newest posts, with their summaries. An unknown topic answers 404."""

    feed_type = Rss201rev2Feed

    def get_object(self, request, page):
        self.topic = None
        slug = request.GET.get("topic")
        if slug:
            self.topic = Topic.objects.filter(locale_id=page.locale_id, slug=slug[:100]).first()
            if self.topic is None:
                raise Http404
        return page

    def title(self, page):
        return f"{page.title}: {self.topic.name}" if self.topic else page.title

    def link(self, page):
        return page.full_url

    def feed_url(self, page):
        kind = "atom" if self.feed_type is Atom1Feed else "rss"
        return f"{page.full_url}feed/{kind}/" + (f"?topic={self.topic.slug}" if self.topic else "")

    def description(self, page):
        return page.summary

    subtitle = description

    def items(self, page):
        posts = page.posts()
        if self.topic:
            posts = posts.about_topic(self.topic.translation_key)
        posts = list(posts[:NEWEST])
        if posts:
            posts[0].give_writers(posts)
        return posts

    def item_title(self, post):
        return post.title

    def item_link(self, post):
        return post.full_url

    def item_description(self, post):
        return post.summary

    def item_guid(self, post):
        return f"urn:uuid:{post.translation_key}:{post.language}"

    item_guid_is_permalink = False

    def item_pubdate(self, post):
        return timezone.make_aware(datetime.datetime.combine(post.published_on, datetime.time()))

    def item_updateddate(self, post):
        return post.last_published_at or self.item_pubdate(post)

    def item_author_name(self, post):
        return ", ".join(writer["name"] or writer["title"] for writer in post.writers) or None


class AtomFeed(RssFeed):
    feed_type = Atom1Feed
