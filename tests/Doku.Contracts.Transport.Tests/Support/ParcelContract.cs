using Doku.Contracts.Runtime;

namespace Doku.Contracts.Transport.Tests.Support;

/// <summary>What is generated from a contract file, for <see cref="Parcel"/>.</summary>
internal sealed class ParcelContract : IContractDescription
{
    private ParcelContract() { }

    public static void Describe(IContractVisitor visitor) =>
        visitor.Client(transport => new Courier(transport));
}
