namespace Storefront.Story;

/// <summary>Something that the story tells of did not happen.</summary>
internal sealed class StoryException(string message) : Exception(message)
{
    /// <summary>Ends the story unless a fact holds.</summary>
    internal static void Unless(bool isSo, string otherwise)
    {
        if (!isSo)
        {
            throw new StoryException(otherwise);
        }
    }
}
