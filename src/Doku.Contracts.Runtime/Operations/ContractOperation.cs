namespace Doku.Contracts.Runtime;

/// <summary>A call that a contract names: what is sent where. Generated from a <c>*.contract.json</c> file.</summary>
/// <typeparam name="TResponse">The answer.</typeparam>
/// <param name="name">The contract's and the operation's name: <c>Shipping.Track</c>.</param>
/// <param name="method">The HTTP method.</param>
/// <param name="path">The path, with <c>{parameters}</c>.</param>
public class ContractOperation<TResponse>(string name, HttpMethod method, string path)
    where TResponse : class, IContract<TResponse>
{
    /// <summary>The contract's and the operation's name: <c>Shipping.Track</c>.</summary>
    public string Name { get; } = name;

    /// <summary>The HTTP method.</summary>
    public HttpMethod Method { get; } = method;

    /// <summary>The path on the partner's host, with <c>{parameters}</c> where it has some.</summary>
    public string Path { get; } = path;

    /// <summary>The members of the response that repeat members of the request.</summary>
    public ContractList<ContractEcho> Echoes { get; init; } = [];

    /// <summary>Where the response holds what code needs that knows no contract.</summary>
    public ContractList<ContractMember> ResponseMembers { get; init; } = [];

    /// <summary>Where the body of a refusal holds its code, its kind and its messages.</summary>
    public ContractList<ContractMember> ErrorMembers { get; init; } = [];

    /// <summary>Method and path.</summary>
    public override string ToString() => $"{Name}: {Method} {Path}";
}

/// <summary>A call that carries a body.</summary>
/// <typeparam name="TRequest">The body.</typeparam>
/// <typeparam name="TResponse">The answer.</typeparam>
/// <param name="name">The contract's and the operation's name: <c>Shipping.Send</c>.</param>
/// <param name="method">The HTTP method.</param>
/// <param name="path">The path, with <c>{parameters}</c>.</param>
public sealed class ContractOperation<TRequest, TResponse>(
    string name,
    HttpMethod method,
    string path
) : ContractOperation<TResponse>(name, method, path)
    where TRequest : class, IContract<TRequest>
    where TResponse : class, IContract<TResponse>;
