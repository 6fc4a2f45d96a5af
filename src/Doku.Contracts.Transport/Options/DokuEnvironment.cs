namespace Doku.Contracts.Transport;

/// <summary>Which of DOKU's two hosts is called.</summary>
public enum DokuEnvironment
{
    /// <summary><c>https://api-sandbox.doku.com</c>: orders are play.</summary>
    Sandbox = 0,

    /// <summary><c>https://api.doku.com</c>: orders are money.</summary>
    Production = 1,
}
