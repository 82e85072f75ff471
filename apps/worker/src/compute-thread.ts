import '@assay/services/compute-thread';
