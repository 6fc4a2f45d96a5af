namespace Doku.Contracts.Schema.Model;

/// <summary>A type that is generated, one file each.</summary>
public abstract record TypeModel(TypeName Name, Documentation Documentation);

/// <summary>A record.</summary>
public sealed record ObjectModel(
    TypeName Name,
    Documentation Documentation,
    EquatableArray<PropertyModel> Properties,
    bool IsClosed,
    ValueModel? Additional,
    EquatableArray<ConditionModel> Conditions,
    EquatableArray<DependencyModel> Dependencies,
    TotalModel? Total
) : TypeModel(Name, Documentation);

/// <summary>A member of a record.</summary>
public sealed record PropertyModel(
    string JsonName,
    string Name,
    ValueModel Value,
    bool IsRequired,
    bool IsSensitive,
    Documentation Documentation
);

/// <summary>One of several records, told apart by the text of one member: <c>oneOf</c>.</summary>
public sealed record UnionModel(
    TypeName Name,
    Documentation Documentation,
    string Discriminator,
    EquatableArray<UnionBranch> Branches
) : TypeModel(Name, Documentation);

/// <summary>A branch of a union: its case's name, its record, and the discriminator's texts that mean it.</summary>
public sealed record UnionBranch(string Name, TypeName Type, EquatableArray<string> Texts);

/// <summary>An open enumeration.</summary>
public sealed record EnumerationModel(
    TypeName Name,
    Documentation Documentation,
    EquatableArray<EnumerationMember> Members
) : TypeModel(Name, Documentation);

/// <summary>A known value of an enumeration.</summary>
public sealed record EnumerationMember(string Name, string Text);

/// <summary>A named character set.</summary>
public sealed record CharacterSetModel(
    TypeName Name,
    Documentation Documentation,
    CharacterPattern Pattern
) : TypeModel(Name, Documentation);

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
