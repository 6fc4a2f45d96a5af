namespace Storefront;

/// <summary>What is broken before the story begins. The story itself isn't told.</summary>
internal enum StoryFault
{
    None,
    WrongSecret,
    BrokenLimit,
    WithheldNotification,
}
