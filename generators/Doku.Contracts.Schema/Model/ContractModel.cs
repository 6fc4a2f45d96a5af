namespace Doku.Contracts.Schema.Model;

/// <summary>A contract file: operations, notifications, and the types that they bring along.</summary>
public sealed record ContractModel(
    string RootNamespace,
    string Namespace,
    string Name,
    Documentation Documentation,
    string Source,
    EquatableArray<OperationModel> Operations,
    EquatableArray<StatusCheckModel> StatusChecks,
    EquatableArray<NotificationModel> Notifications,
    EquatableArray<RoleModel> ErrorMembers,
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
    TypeName Response,
    EquatableArray<EchoModel> Echoes,
    EquatableArray<RoleModel> ResponseMembers,
    string? SettledBy
);

/// <summary>A member of a response that repeats one of the request.</summary>
public sealed record EchoModel(string Response, string Request);

/// <summary>What a member is for.</summary>
public sealed record RoleModel(string Role, string Pointer);

/// <summary>An operation that says how an order stands, and the type of the status in its response.</summary>
public sealed record StatusCheckModel(string Operation, TypeName Status);

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
