namespace Storefront.Story;

/// <summary>A form of a page: where it posts to, and what it holds already.</summary>
internal sealed record StoryForm(Uri Action, IReadOnlyList<KeyValuePair<string, string>> Hidden);
