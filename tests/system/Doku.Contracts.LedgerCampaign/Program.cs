using Doku.Contracts.LedgerCampaign;

return await CampaignCommand.Build().Parse(args).InvokeAsync();
