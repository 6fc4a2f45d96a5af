namespace Doku.Contracts.Runtime;

/// <content>The words of the errors that only a running program reports.</content>
internal static partial class ContractWords
{
    public const string Object = "an object";
    public const string Array = "an array";
    public const string String = "a text";
    public const string Number = "a number";
    public const string Integer = "a whole number";
    public const string Boolean = "true or false";
    public const string Null = "null";

    public const string MustBeObject = $"must be {Object}";
    public const string MustBeArray = $"must be {Array}";
    public const string MustBeText = $"must be {String}";
    public const string MustBeNumber = $"must be {Number}";
    public const string MustBeInteger = $"must be {Integer}";
    public const string MustBeBoolean = $"must be {Boolean}";

    public const string Required = "is required";
    public const string Duplicate = "must not be there twice";
    public const string UnknownMember = "is not a member of this object";
    public const string NotAllowed = "is not allowed";
    public const string UniqueItems = "must not have two equal items";
    public const string Not = "must not be what the schema excludes";
    public const string HasLoneSurrogate = "has half of a surrogate pair";
    public const string TooDeep = "is nested too deeply to be judged";

    public static string Format(string format) => $"must be of the format {format}";

    public static string Enum(string known) => $"must be one of {known}";

    public static string MinProperties(int limit) => $"must have at least {Members(limit)}";

    public static string MaxProperties(int limit) => $"must have at most {Members(limit)}";

    public static string MinContains(int limit) =>
        $"must have at least {Text(limit)} {(limit == 1 ? "item that fits" : "items that fit")}";

    public static string MaxContains(int limit) =>
        $"must have at most {Text(limit)} {(limit == 1 ? "item that fits" : "items that fit")}";

    /// <summary>What a value says that is none of several alternatives.</summary>
    public static string AnyOf(int alternatives) =>
        $"must fit at least one of the {Text(alternatives)} alternatives, and fits none";

    /// <summary>What a value says that isn't exactly one of several alternatives.</summary>
    public static string OneOf(int alternatives, int fitting) =>
        $"must fit one of the {Text(alternatives)} alternatives, and fits {(fitting == 0 ? "none" : Text(fitting))}";

    /// <summary>What is wrong with a member's name.</summary>
    public static string Name(string words) => $"has a name that {words}";

    private static string Members(int count) =>
        $"{Text(count)} {(count == 1 ? "member" : "members")}";
}
