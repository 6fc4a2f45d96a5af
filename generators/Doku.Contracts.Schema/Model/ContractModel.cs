namespace Doku.Contracts.Schema.Model;

/// <summary>A contract file: operations, notifications, and the types that they bring along.</summary>
public sealed record ContractModel(
    string Namespace,
    string Name,
    Documentation Documentation,
    string Source,
    EquatableArray<OperationModel> Operations,
    EquatableArray<NotificationModel> Notifications,
    EquatableArray<TypeName> Types
) : SourceModel;

/// <summary>A call.</summary>
public sealed record OperationModel(
    string Name,
    Documentation Documentation,
    string Method,
    string Path,
    EquatableArray<ParameterModel> Parameters,
    TypeName? Request,
    TypeName Response
);

/// <summary>A parameter of a path.</summary>
public sealed record ParameterModel(
    string JsonName,
    string Name,
    TextValue Value,
    EquatableArray<NamedPattern> Patterns,
    Documentation Documentation
);

/// <summary>A message that the partner sends.</summary>
public sealed record NotificationModel(string Name, Documentation Documentation, TypeName Body);
