using Doku.Contracts.Runtime;

namespace Doku.Contracts.Transport.Tests.Support;

/// <summary>A client of a contract of the program's own.</summary>
internal sealed class Courier(IContractTransport transport)
{
    internal Task<ContractOutcome<Parcel>> SendAsync() =>
        transport.SendAsync(
            Parcel.Send,
            Parcel.Send.Path,
            new Parcel("P-1"),
            new ContractCall(),
            TestContext.Current.CancellationToken
        );
}
