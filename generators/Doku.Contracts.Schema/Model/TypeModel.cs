namespace Doku.Contracts.Schema.Model;

/// <summary>A type that is generated, one file each.</summary>
/// <param name="Name">The type's name.</param>
/// <param name="Documentation">What the schema says to people.</param>
/// <param name="Source">The schema file and the place in it.</param>
public abstract record TypeModel(TypeName Name, Documentation Documentation, string Source)
    : SourceModel
{
    /// <summary>The advice about its values; null when there is none.</summary>
    public RulesReference? Advice { get; init; }
}

/// <summary>The assertions that no typed code makes: where they are found.</summary>
/// <param name="Holder">The class that holds them.</param>
/// <param name="Node">Their name.</param>
public sealed record RulesReference(TypeName Holder, string Node);

/// <summary>A record.</summary>
/// <param name="Properties">Its members.</param>
/// <param name="IsClosed">Whether any other member is an error.</param>
/// <param name="Additional">What members without a name in the schema hold; null when they are passed over.</param>
/// <param name="HoldsOthers">Whether the schema also allows values that are no objects.</param>
/// <param name="Conditions">What holds of its members together.</param>
/// <param name="Dependencies">Which members demand others.</param>
/// <param name="Total">The sum that one of its members is.</param>
/// <param name="Rules">The assertions that no typed code makes.</param>
/// <param name="Patterns">The patterns of its values that have no name elsewhere.</param>
public sealed record RecordModel(
    TypeName Name,
    Documentation Documentation,
    string Source,
    EquatableArray<PropertyModel> Properties,
    bool IsClosed,
    ValueModel? Additional,
    bool HoldsOthers,
    EquatableArray<ConditionModel> Conditions,
    EquatableArray<DependencyModel> Dependencies,
    TotalModel? Total,
    RulesReference? Rules,
    EquatableArray<NamedPattern> Patterns
) : TypeModel(Name, Documentation, Source)
{
    /// <summary>Where the address of a payment page is, by C# expressions, the first that has one counting.</summary>
    public EquatableArray<string> PaymentPages { get; init; } = [];

    /// <summary>Every value in the record.</summary>
    public IEnumerable<ValueModel> Values =>
        Properties
            .Select(p => p.Value)
            .Concat(Additional is null ? [] : [Additional])
            .SelectMany(v => v.All);

    public bool HasMemberRules =>
        Conditions.Count > 0 || Dependencies.Count > 0 || Total is not null;
}

/// <summary>A member of a record.</summary>
/// <param name="JsonName">Its name on the wire.</param>
/// <param name="Name">Its name in C#.</param>
/// <param name="Local">What a local variable for it is called.</param>
/// <param name="Value">What it holds.</param>
/// <param name="IsRequired">Whether C# code must give it.</param>
/// <param name="IsAlwaysWritten">Whether it is written where it is null, since the schema requires it and allows null.</param>
/// <param name="IsSensitive">Whether it is personal data.</param>
/// <param name="Documentation">What the schema says to people.</param>
/// <param name="Advice">What is advised about it by itself.</param>
public sealed record PropertyModel(
    string JsonName,
    string Name,
    string Local,
    ValueModel Value,
    bool IsRequired,
    bool IsAlwaysWritten,
    bool IsSensitive,
    Documentation Documentation,
    EquatableArray<AdviceModel> Advice
);

/// <summary>An array whose items each have a schema of their own.</summary>
/// <param name="Items">The items, in order.</param>
/// <param name="Rest">What the items behind them hold; null when there may be none.</param>
public sealed record TupleModel(
    TypeName Name,
    Documentation Documentation,
    string Source,
    EquatableArray<PropertyModel> Items,
    ValueModel? Rest,
    RulesReference? Rules,
    EquatableArray<NamedPattern> Patterns
) : TypeModel(Name, Documentation, Source);

/// <summary>A file whose schema is no object: a type around the one value.</summary>
public sealed record AliasModel(
    TypeName Name,
    Documentation Documentation,
    string Source,
    PropertyModel Value,
    RulesReference? Rules,
    EquatableArray<NamedPattern> Patterns
) : TypeModel(Name, Documentation, Source);

/// <summary>One of several records, told apart by the text of one member.</summary>
public sealed record UnionModel(
    TypeName Name,
    Documentation Documentation,
    string Source,
    string Discriminator,
    EquatableArray<UnionBranch> Branches,
    RulesReference? Rules
) : TypeModel(Name, Documentation, Source);

/// <summary>A branch of a union: its case's name, its record, and the discriminator's texts that mean it.</summary>
public sealed record UnionBranch(
    string Name,
    string Parameter,
    TypeName Type,
    EquatableArray<string> Texts
);

/// <summary>One or several of some schemas that nothing tells apart but trying.</summary>
public sealed record ChoiceModel(
    TypeName Name,
    Documentation Documentation,
    string Source,
    EquatableArray<ChoiceBranch> Branches,
    RulesReference? Rules
) : TypeModel(Name, Documentation, Source);

/// <summary>A generated type that a value may be of.</summary>
public sealed record ChoiceBranch(string Name, TypeName Type);

/// <summary>An open enumeration.</summary>
public sealed record EnumerationModel(
    TypeName Name,
    Documentation Documentation,
    string Source,
    EquatableArray<EnumerationMember> Members,
    ProgressModel? Progress
) : TypeModel(Name, Documentation, Source);

/// <summary>The first state, the final ones, those that give way to others first, and the paid one: names of members.</summary>
public sealed record ProgressModel(string Initial, EquatableArray<string> Final, string Paid);

/// <summary>A known value of an enumeration.</summary>
public sealed record EnumerationMember(string Name, string Text, string? Summary);

/// <summary>A named character set.</summary>
public sealed record CharacterSetModel(
    TypeName Name,
    Documentation Documentation,
    string Source,
    CharacterPattern Pattern
) : TypeModel(Name, Documentation, Source);

/// <summary><c>dependentRequired</c>: when one member is there, so must others be.</summary>
public sealed record DependencyModel(
    string JsonName,
    string Name,
    EquatableArray<MemberName> Required
);

/// <summary>A member by both its names.</summary>
public sealed record MemberName(string JsonName, string Name);

/// <summary><c>x-total</c>: an amount is the sum of price × quantity over items.</summary>
public sealed record TotalModel(MemberName Amount, string Items, string Price, string Quantity);
